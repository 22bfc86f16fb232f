package dev.tare.policy.check;

import java.util.List;

import dev.tare.image.Image;
import dev.tare.inspection.Inspection;

import static java.util.stream.Collectors.joining;

/**
 * Checks that annotations or labels name the version, revision, source and licences.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md">OCI image specification,
 *      annotations</a>
 */
final class VersionLabels extends Check {

    private static final String PREFIX = "org.opencontainers.image.";

    private static final List<String> WANTED = List.of("version", "revision", "source", "licenses");

    VersionLabels() {
        super("version-labels", "Keeps its version information",
                "Annotations or labels say version, revision, source and licences.",
                "Whoever finds the image running can tell what it was built from.");
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
        String evidence = "Nothing says " + missing.stream().map(key -> PREFIX + key).collect(joining(", ")) + ".";
        String remedy = "Label the image when it is built.";
        return missing.size() == WANTED.size() ? fail(evidence, remedy) : warn(evidence, remedy);
    }

    private static String doubt(Image image) {
        return WANTED.stream().anyMatch(key -> Annotations.isLabel(image, PREFIX + key))
                ? " A label may be inherited from the base, and is then about that."
                : "";
    }
}
