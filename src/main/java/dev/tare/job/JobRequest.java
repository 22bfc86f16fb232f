package dev.tare.job;

import java.util.List;

import dev.tare.comparison.ComparedImage;
import dev.tare.image.Platform;
import dev.tare.policy.Policy;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;

/**
 * The images of a job, in the order of the comparison.
 *
 * @param policy to apply to the report
 */
public record JobRequest(List<Input> images, Policy policy) {

    public JobRequest {
        images = List.copyOf(images);
    }

    /** An image of a job. */
    public sealed interface Input {

        /** The name in lists and errors. */
        String text();
    }

    /**
     * An image to read.
     *
     * @param platform to select, or {@code null} for the only one or this machine's
     * @param name     for reports, or {@code null} for that of the image
     */
    public record Named(ImageArgument argument, @Nullable Platform platform, @Nullable String name) implements Input {

        @Override
        public String text() {
            return this.argument.text();
        }
    }

    /** An image of the request that was inspected before. */
    public record Inspected(ComparedImage image) implements Input {

        @Override
        public String text() {
            return this.image.source();
        }
    }
}
