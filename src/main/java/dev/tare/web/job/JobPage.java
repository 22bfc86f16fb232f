package dev.tare.web.job;

import java.util.List;

import dev.tare.job.Job;
import dev.tare.web.request.PolicyAddress;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/** The data for the page of a job. */
record JobPage(Job job) {

    public String id() {
        return this.job.id();
    }

    /** Whether the page must be requested again. */
    public boolean runs() {
        return !this.job.status().isEnd();
    }

    /** The images and their progress. */
    public List<StepRow> steps() {
        return images().stream()
                .map(image -> readsManifests() ? StepRow.readingManifest(image) : StepRow.of(image))
                .toList();
    }

    /** The progress of all images to read, or {@code null} if there is only one, or none is being read. */
    public @Nullable TotalRow total() {
        boolean isShown = this.job.status() == Job.Status.RUNNING
                && images().stream().filter(Job.Image::isNamed).count() > 1;
        return isShown ? TotalRow.of(hasArchives() ? "Images by name" : "All images", this.job.progress()) : null;
    }

    /** The manifests of all images are read before the layers of the first one. */
    private boolean readsManifests() {
        return this.job.status() == Job.Status.RUNNING
                && images().stream().allMatch(image -> image.step() == Job.Step.WAITING);
    }

    public String title() {
        return switch (this.job.status()) {
            case WAITING, RUNNING, DONE -> isSingle() ? "Reading " + images().getFirst().text()
                    : images().size() == 2
                            ? "Comparing " + images().getFirst().text() + " with " + images().getLast().text()
                    : "Comparing " + Counts.of(images().size(), "image", "images");
            case FAILED -> isSingle() ? "The image cannot be read" : "The images cannot be compared";
            case CANCELLED -> isSingle() ? "The job was cancelled" : "The comparison was cancelled";
        };
    }

    /** A sentence about the whole job. It changes rarely, because screen readers speak each change. */
    public String status() {
        String problem = this.job.problem();
        if (problem != null) {
            return problem;
        }
        return switch (this.job.status()) {
            case WAITING -> this.job.position() == 0 ? "The job starts soon."
                    : "Waiting for " + Counts.of(this.job.position(), "other job", "other jobs") + ".";
            case RUNNING, DONE -> running();
            case FAILED -> "Correct the names below, or try again later if a registry is busy. Images that were read "
                    + "are still known, so only the others are read again.";
            case CANCELLED -> "You can change the names below and start again.";
        };
    }

    /** The name of the first image, to be edited. */
    public String first() {
        return names(0, 1);
    }

    /** The names of the other images, one on each line. */
    public String others() {
        return names(1, images().size());
    }

    /** Whether the request contained archives, which a browser cannot fill in again. */
    public boolean hasArchives() {
        return images().stream().anyMatch(image -> !image.isNamed());
    }

    /** The waivers, one on each line. */
    public String waive() {
        return String.join("\n", PolicyAddress.waive(this.job.policy()));
    }

    private List<Job.Image> images() {
        return this.job.images();
    }

    private String running() {
        for (int i = 0; i < images().size(); i++) {
            if (images().get(i).step() == Job.Step.RUNNING) {
                return isSingle() ? "Reading the image."
                        : "Reading image " + (i + 1) + " of " + images().size() + ".";
            }
        }
        return isSingle() ? "Preparing the result." : "Comparing.";
    }

    private boolean isSingle() {
        return images().size() == 1;
    }

    private String names(int from, int to) {
        return String.join("\n", images().subList(from, to)
                .stream()
                .filter(Job.Image::isNamed)
                .map(Job.Image::text)
                .toList());
    }
}
