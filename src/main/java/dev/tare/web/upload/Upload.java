package dev.tare.web.upload;

import dev.tare.catalog.KeptComparison;
import dev.tare.job.Job;
import dev.tare.policy.Policy;

/** The result of an upload. */
public sealed interface Upload {

    /**
     * The comparison of the archives.
     *
     * @param kept   the comparison in the catalog
     * @param policy with the waivers of the upload
     */
    record Compared(KeptComparison kept, Policy policy) implements Upload {}

    /**
     * The upload also has names of images, so the comparison continues in the background.
     *
     * @param job as it began
     */
    record Begun(Job job) implements Upload {}
}
