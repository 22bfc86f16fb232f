package dev.tare.policy;

import java.util.List;

import dev.tare.inspection.Inspection;

/**
 * Asks that a change of the application does not push its dependencies again. Looked at are the layers above the base,
 * or all of them if the base is unknown.
 */
final class DependenciesApart extends Practice {

    private static final String REMEDY = "Put the libraries into a layer of their own, below that of the application's "
            + "classes; Jib and Spring Boot's layers do so.";

    DependenciesApart() {
        super("dependencies-apart", "Keeps dependencies in a layer of their own",
                "The application's jars and its classes lie in different layers, the jars lower.",
                "A new build of the application then pushes and pulls its classes only.");
    }

    @Override
    public PracticeFinding judge(Inspection inspection) {
        List<String> fatJars = JavaLayers.fatJars(inspection);
        if (!fatJars.isEmpty()) {
            return fail("The libraries are packed into " + Paths.listed(fatJars) + " with "
                    + Told.bytes(JavaLayers.bytesOf(inspection, fatJars)) + ", which change with every class.", REMEDY);
        }
        JavaLayers layers = JavaLayers.of(inspection);
        if (layers.jarCount() == 0 || (layers.classLayers().isEmpty() && layers.jarCount() == 1)) {
            return notApplicable("There are no Java libraries above the base that could lie apart.");
        }
        return layers.classLayers().isEmpty() ? jarsOnly(layers) : jarsAndClasses(layers);
    }

    private PracticeFinding jarsOnly(JavaLayers layers) {
        return layers.jarLayers().size() == 1
                ? fail("The application and its libraries are " + layers.told() + ".", REMEDY)
                : pass("The application and its libraries are " + layers.told() + ".");
    }

    private PracticeFinding jarsAndClasses(JavaLayers layers) {
        String evidence = "The application has " + layers.told() + ".";
        if (layers.classLayers().stream().anyMatch(layers.jarLayers()::contains)) {
            return fail(evidence, REMEDY);
        }
        return layers.classLayers().first() < layers.jarLayers().last() ? warn(evidence, REMEDY) : pass(evidence);
    }
}
