package dev.tare.policy.check;

import java.util.List;

import dev.tare.content.Unread;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.wording.Words;

/**
 * Checks that a change of the application does not push its dependencies again. It reads the layers above the base,
 * or all layers if the base is unknown; then it cannot exclude what belongs to the base, and the verdict is uncertain.
 */
final class SeparateDependencyLayer extends Check {

    private static final String REMEDY = "Put the libraries into a layer of their own, below that of the application's "
            + "classes; Jib and Spring Boot's layers do so.";

    private static final String PACKAGES_REMEDY = "Copy the list of packages and install them first, and the "
            + "application's own files, into a working directory, in a step after that.";

    private static final String UNKNOWN_REMEDY = "Label the image with its base, so that its own layers can be told.";

    private static final String UNKNOWN_BASE = " The base is unknown, so some of this may be the base's.";

    SeparateDependencyLayer() {
        super("separate-dependency-layer", "Keeps dependencies in a layer of their own",
                "The application's jars and its classes, or its " + LanguageLayers.languages()
                        + " packages and its source files below the working directory, lie in different layers, what it depends on lower.",
                "A new build of the application then pushes and pulls what is its own only.");
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

    /** A packed jar that the container starts is the application, with any base. */
    private CheckFinding fat(Inspection inspection, List<String> fatJars) {
        String evidence = "The libraries are packed into " + Paths.listed(fatJars) + " with "
                + Words.bytes(JavaLayers.bytesOf(inspection, fatJars)) + ", which change with every class.";
        StartedProgram program = StartedProgram.of(inspection.image().config().container());
        if (fatJars.stream().anyMatch(program::names)) {
            return fail(evidence, REMEDY);
        }
        return program.hidesArguments() && !isBaseKnown(inspection)
                ? unknown(evidence + " " + HiddenWords.reason("The command, which may start such a jar,"), REMEDY)
                : failing(inspection, evidence);
    }

    private CheckFinding judge(Inspection inspection, JavaLayers layers) {
        if (layers.jarCount() == 0 || (layers.classLayers().isEmpty() && layers.jarCount() == 1)) {
            List<Unread> unread = JavaLayers.unreadJars(inspection);
            return unread.isEmpty()
                    ? notApplicable("There are no Java libraries above the base that could lie apart.")
                    : unread(unread.getFirst());
        }
        Unread started = JavaLayers.startedUnread(inspection);
        if (started != null) {
            return unread(started);
        }
        return layers.classLayers().isEmpty() ? jarsOnly(inspection, layers) : jarsAndClasses(inspection, layers);
    }

    private CheckFinding unread(Unread jar) {
        return unknown("Which libraries are packed into " + Paths.listed(List.of(jar.path())) + " is not known. "
                + jar.because(), REMEDY);
    }

    private CheckFinding judge(Inspection inspection, LanguageLayers layers) {
        if (!layers.hasPackages()) {
            return notApplicable(
                    "There is no Java runtime, none is started, and no packages of a " + LanguageLayers.languages()
                            + " application are above the base.");
        }
        if (!layers.hasSources()) {
            if (HiddenWords.areIn(inspection.image().config().container().workingDir())) {
                return unknown(HiddenWords.reason("The working directory"), PACKAGES_REMEDY);
            }
            return unknown(
                    "The application has " + layers.described() + ", and no source files below the working directory: "
                            + "its own files cannot be told.",
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
        return inspection.base() instanceof BaseBoundary.Known;
    }
}
