package dev.tare.build;

import java.util.concurrent.Callable;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs each build once, for all tests that have it as a parameter.
 */
final class Builds implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == CleanBuild.class || type == PushedBuild.class;
    }

    @Override
    public AutoCloseable resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Builds.class))
                .computeIfAbsent(type, key -> make(type == CleanBuild.class ? CleanBuild::make : PushedBuild::make),
                        AutoCloseable.class);
    }

    private static AutoCloseable make(Callable<? extends AutoCloseable> build) {
        try {
            return build.call();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The build was interrupted", ex);
        } catch (Exception ex) {
            throw new IllegalStateException("The build failed: " + ex.getMessage(), ex);
        }
    }

}
