package dev.tare.web.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.tare.catalog.InspectionService;
import dev.tare.comparison.ComparedImage;
import dev.tare.comparison.Comparison;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.inspection.Inspection;
import dev.tare.job.JobRequest;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.RequestBudget;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.source.ImageArgument;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.open.NamedImages;
import dev.tare.web.request.PolicyParameters;
import dev.tare.web.request.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * The images of one upload so far. The fields {@code image} and {@code platform} select the image in the archives after
 * them, {@code name} is the name of the next image, and {@code waive} has a waiver on each line. {@code reference} has the
 * name of an image in a registry on each line.
 */
final class UploadedImages {

    private final UploadProperties properties;

    private final InspectionService inspectionService;

    private final NamedImages named;

    private final long capacity;

    private final int maxNamed;

    private final List<JobRequest.Input> images = new ArrayList<>();

    private final boolean form;

    private Policy policy;

    private final RequestBudget budget = new RequestBudget();

    private int fields;

    private @Nullable String image;

    private @Nullable Platform platform;

    private @Nullable String name;

    /**
     * @param capacity the heap size that the images may have together, in bytes
     * @param maxNamed the greatest number of images if some have names
     * @param policy   of the address, without the waivers of the upload
     * @param form     whether this is the form of a browser, which also sends what was left empty. A program that sends an
     *                 empty name has lost it, and would get the report of another image.
     */
    UploadedImages(UploadProperties properties, InspectionService inspectionService, NamedImages named, long capacity,
            int maxNamed, Policy policy, boolean form) {
        this.properties = properties;
        this.inspectionService = inspectionService;
        this.named = named;
        this.capacity = capacity;
        this.maxNamed = maxNamed;
        this.policy = policy;
        this.form = form;
    }

    void take(UploadPart part) throws IOException {
        switch (part.name()) {
            case "archive" -> takeArchive(part);
            case "reference" -> takeNames(part);
            case "image" -> this.image = field(part);
            case "platform" -> this.platform = platform(field(part));
            case "name" -> this.name = field(part);
            case "waive" -> takeWaivers(part);
            default -> throw UploadException.malformed("The upload has a part named \""
                    + UploadPart.printable(part.name())
                    + "\". Valid names are \"archive\", \"reference\", \"image\", \"platform\", \"name\" and \"waive\".");
        }
    }

    /** The estimated heap of the images so far, in bytes. */
    long heapSize() {
        return inspected().mapToLong(image -> image.inspection().heapSize()).sum()
                + InspectionService.heapSize(this.budget);
    }

    boolean hasArchives() {
        return inspected().findAny().isPresent();
    }

    /** Whether some images are not in the upload. */
    boolean hasNames() {
        return this.images.stream().anyMatch(JobRequest.Named.class::isInstance);
    }

    /**
     * Compares the images of an upload without names.
     *
     * @throws RequestException without an image, or if the policy needs more
     */
    Comparison compare() {
        checkCount();
        return this.inspectionService.compare(inspected().toList());
    }

    /**
     * The images of an upload with names.
     *
     * @throws RequestException without an image, or if the policy needs more
     */
    JobRequest request() {
        checkCount();
        return new JobRequest(this.images, this.policy);
    }

    private Stream<ComparedImage> inspected() {
        return this.images.stream()
                .filter(JobRequest.Inspected.class::isInstance)
                .map(image -> ((JobRequest.Inspected) image).image());
    }

    private void checkCount() {
        if (this.images.isEmpty()) {
            throw UploadException.malformed("The upload has no image. Send each one as an archive in a part named"
                    + " \"archive\", or as a name on a line of a field \"reference\".");
        }
        PolicyParameters.checkImages(this.policy, this.images.size());
    }

    /** The policy with the waivers of the upload. */
    Policy policy() {
        return this.policy;
    }

    private void takeArchive(UploadPart part) {
        if (part.isEmptyInput()) {
            if (!this.form) {
                throw UploadException
                        .malformed(
                                "A part named \"archive\" has no file name. Send a file, or leave it out and send the name of an image in a field \"reference\".");
            }
            return;
        }
        checkRoom(hasNames());
        String source = part.displayName("archive " + (this.images.size() + 1));
        Inspection inspection =
                this.inspectionService.inspect(source, part.content(), new ImageSelection(this.image, this.platform),
                        this.budget);
        this.images.add(new JobRequest.Inspected(new ComparedImage(inspection, source, this.name)));
        this.name = null;
        if (heapSize() > this.capacity) {
            throw new LimitExceededException("tare.catalog.size", this.capacity,
                    "bytes to keep, together with the archives before it", source);
        }
    }

    private void takeNames(UploadPart part) throws IOException {
        countField();
        List<String> lines = part.lines().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() && !this.form) {
            throw UploadException.malformed(
                    "A field \"reference\" has no name. Send one, or leave the field out and send a file in a part \"archive\".");
        }
        for (String line : lines) {
            checkRoom(true);
            ImageArgument argument = valid(() -> this.named.parse(line));
            this.images.add(new JobRequest.Named(argument, this.platform, this.name));
            this.name = null;
        }
    }

    /** @param named whether the images are for a job */
    private void checkRoom(boolean named) {
        if (named && this.images.size() >= this.maxNamed) {
            throw UploadException.malformed("The upload has more than " + this.maxNamed
                    + " images, and some have names, the limit \"tare.jobs.max-images\". Compare fewer at once.");
        }
        if (this.images.size() == this.properties.maxArchives()) {
            throw UploadException.malformed("The upload has more than " + this.properties.maxArchives()
                    + " archives and names, the limit \"tare.upload.max-archives\". Compare fewer at once.");
        }
    }

    private void takeWaivers(UploadPart part) throws IOException {
        countField();
        String lines = part.lines();
        this.policy = valid(() -> {
            Policy more = this.policy.with(Waiver.parseLines(lines));
            PolicyParameters.checkLength(more.waivers());
            return more;
        });
    }

    private @Nullable String field(UploadPart part) throws IOException {
        countField();
        String text = part.text();
        return text.isEmpty() ? null : text;
    }

    private void countField() {
        if (++this.fields > this.properties.maxFields()) {
            throw UploadException.malformed("The upload has more than " + this.properties.maxFields()
                    + " fields besides its archives, the limit \"tare.upload.max-fields\". Send fewer fields.");
        }
    }

    private static @Nullable Platform platform(@Nullable String text) {
        return text == null ? null : valid(() -> Platform.parse(text));
    }

    /** The value of a field. */
    private static <T> T valid(Supplier<T> field) {
        try {
            return field.get();
        } catch (InvalidValueException ex) {
            throw UploadException.malformed(MaskedError.message(ex));
        }
    }
}
