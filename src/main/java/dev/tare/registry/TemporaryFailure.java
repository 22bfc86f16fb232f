package dev.tare.registry;

import java.io.IOException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** An attempt that failed, although a later one may succeed. */
final class TemporaryFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final RegistryException problem;

    private final transient @Nullable Duration wait;

    /** @param wait how long the registry asks to wait, or {@code null} */
    TemporaryFailure(RegistryException problem, @Nullable Duration wait) {
        super(problem.getMessage(), problem);
        this.problem = problem;
        this.wait = wait;
    }

    /** The error if there is no later attempt. */
    RegistryException problem() {
        return this.problem;
    }

    @Nullable
    Duration delay() {
        return this.wait;
    }
}
