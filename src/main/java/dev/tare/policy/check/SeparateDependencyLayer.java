package dev.tare.policy.check;

import java.util.List;

import dev.tare.content.Unread;
import dev.tare.inspection.Inspection;
import dev.tare.wording.Bytes;

/**
 * Checks that dependencies and application are in different layers. It reads the layers above the base image. If the
 * base image is unknown, it reads all layers. The verdict is then uncertain, because files of the base image count.
 */
final class SeparateDependencyLayer extends Check {

    private static final String REMEDY =
            "Put the libraries into a separate layer below the application's classes. Jib and "
                    + "the layers of Spring Boot do so.";

    private static final String PACKAGES_REMEDY =
            "Copy the dependency manifest, such as package.json, and install the packages first. Copy the "
                    + "application's source files into the working directory in a later step.";

    private static final String UNKNOWN_REMEDY =
            "If the base image is unknown, verify it with --base or a file of known base images, or build with a tool "
                    + "that records it, such as Jib or Cloud Native Buildpacks.";

    private static final String UNKNOWN_BASE = " The base image is unknown, so some of these files may belong to it.";

    SeparateDependencyLayer() {
        super("separate-dependency-layer", "Dependencies in a separate layer",
                "The application's jars are in lower layers than its classes, or its " + LanguageLayers.languages()
                        + " packages are in lower layers than its source files. Only source files below the working "
                        + "directory count.",
                "After a change of the code, only the layer of the application is pushed and pulled.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        StartedProgram program = StartedProgram.of(inspection.image().config().container());
        if (!inspection.software().javaRuntimes().isEmpty() || program.isJava()) {
            return java(inspection);
        }
        CheckFinding others = judge(inspection, LanguageLayers.of(inspection));
        return program.isHidden() && java(inspection).verdict() != others.verdict()
                ? unknown(HiddenWords.reason("The program that the container starts"), REMEDY)
                : others;
    }

    private CheckFinding java(Inspection inspection) {
        List<String> fatJars = JavaLayers.fatJars(inspection);
        return fatJars.isEmpty() ? judge(inspection, JavaLayers.of(inspection)) : fat(inspection, fatJars);
    }

    /** A packed jar that the container starts is the application, even if the base image is unknown. */
    private CheckFinding fat(Inspection inspection, List<String> fatJars) {
        String evidence = "The libraries are packed into " + Paths.listed(fatJars) + " ("
                + Bytes.exact(JavaLayers.bytesOf(inspection, fatJars))
                + "), so a change of one class changes the whole jar.";
        StartedProgram program = StartedProgram.of(inspection.image().config().container());
        if (fatJars.stream().anyMatch(program::names)) {
            return fail(evidence, REMEDY);
        }
        return program.hidesArguments() && !isBaseKnown(inspection)
                ? unknown(evidence + " The command may start it. " + HiddenWords.reason("The command"), REMEDY)
                : failing(inspection, evidence);
    }

    private CheckFinding judge(Inspection inspection, JavaLayers layers) {
        if (layers.jarCount() == 0 || (layers.classLayers().isEmpty() && layers.jarCount() == 1)) {
            List<Unread> unread = JavaLayers.unreadJars(inspection);
            return unread.isEmpty()
                    ? notApplicable("The application has no Java libraries to put into a separate layer.")
                    : unread(unread.getFirst());
        }
        Unread started = JavaLayers.startedUnread(inspection);
        if (started != null) {
            return unread(started);
        }
        return layers.classLayers().isEmpty() ? jarsOnly(inspection, layers) : jarsAndClasses(inspection, layers);
    }

    private CheckFinding unread(Unread jar) {
        return unknown(
                "Tare does not know the libraries in " + Paths.listed(List.of(jar.path())) + ". " + jar.because(),
                REMEDY);
    }

    private CheckFinding judge(Inspection inspection, LanguageLayers layers) {
        if (!layers.hasPackages()) {
            return notApplicable(
                    "The image has no Java runtime and starts none. The application has no "
                            + LanguageLayers.languages() + " packages.");
        }
        if (!layers.hasSources()) {
            if (HiddenWords.areIn(inspection.image().config().container().workingDir())) {
                return unknown(HiddenWords.reason("The working directory"), PACKAGES_REMEDY);
            }
            return unknown(
                    "The application has " + layers.described() + ", but no source files below the working directory. "
                            + "Tare cannot identify the application's own files.",
                    PACKAGES_REMEDY);
        }
        String evidence = "The application has " + layers.described() + ".";
        if (layers.sourceLayer() == layers.packageLayer()) {
            return failing(inspection, evidence, PACKAGES_REMEDY);
        }
        return layers.sourceLayer() < layers.packageLayer() ? warn(evidence, PACKAGES_REMEDY)
                : passing(inspection, evidence);
    }

    private CheckFinding jarsOnly(Inspection inspection, JavaLayers layers) {
        String evidence = "The application and its libraries are " + layers.described() + ".";
        return layers.jarLayers().size() == 1 ? failing(inspection, evidence) : passing(inspection, evidence);
    }

    private CheckFinding jarsAndClasses(Inspection inspection, JavaLayers layers) {
        String evidence = "The application has " + layers.described() + ".";
        if (layers.classLayers().stream().anyMatch(layers.jarLayers()::contains)) {
            return failing(inspection, evidence);
        }
        return layers.classLayers().first() < layers.jarLayers().last() ? warn(evidence, REMEDY)
                : passing(inspection, evidence);
    }

    private CheckFinding failing(Inspection inspection, String evidence) {
        return failing(inspection, evidence, REMEDY);
    }

    private CheckFinding failing(Inspection inspection, String evidence, String remedy) {
        return isBaseKnown(inspection) ? fail(evidence, remedy) : warn(evidence + UNKNOWN_BASE, remedy);
    }

    private CheckFinding passing(Inspection inspection, String evidence) {
        return isBaseKnown(inspection) ? pass(evidence) : unknown(evidence + UNKNOWN_BASE, UNKNOWN_REMEDY);
    }

    private static boolean isBaseKnown(Inspection inspection) {
        return inspection.base().isBoundaryKnown();
    }
}
