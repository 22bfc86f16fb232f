package dev.tare.policy.check;

import java.util.List;

import dev.tare.image.Image;
import dev.tare.inspection.Inspection;

import static java.util.stream.Collectors.joining;

/**
 * Checks that annotations or labels state the version, revision, source and licenses.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md">OCI image specification,
 *      annotations</a>
 */
final class VersionLabels extends Check {

    private static final String PREFIX = "org.opencontainers.image.";

    private static final List<String> WANTED = List.of("version", "revision", "source", "licenses");

    VersionLabels() {
        super("version-labels", "Version labels set",
                "Annotations or labels state the version, revision, source and licenses.",
                "These values show from which version and source a running image was built.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        List<String> missing = WANTED.stream()
                .filter(key -> Annotations.value(inspection.image(), PREFIX + key) == null)
                .toList();
        if (missing.isEmpty()) {
            return pass(WANTED.stream()
                    .map(key -> key + " is " + Annotations.value(inspection.image(), PREFIX + key))
                    .collect(joining(", ", "The ", ".")) + doubt(inspection.image()));
        }
        String evidence =
                "No annotation or label has " + missing.stream().map(key -> PREFIX + key).collect(joining(", ")) + ".";
        String remedy = "Set the labels when you build the image.";
        return missing.size() == WANTED.size() ? fail(evidence, remedy) : warn(evidence, remedy);
    }

    private static String doubt(Image image) {
        return WANTED.stream().anyMatch(key -> Annotations.isLabel(image, PREFIX + key))
                ? " A label may be inherited from the base image. It then describes that image."
                : "";
    }
}
