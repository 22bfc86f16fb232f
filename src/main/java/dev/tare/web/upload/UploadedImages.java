package dev.tare.web.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.tare.catalog.InspectionService;
import dev.tare.comparison.ComparedImage;
import dev.tare.comparison.Comparison;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.inspection.Inspection;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.RequestBudget;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.source.format.ImageSelection;
import dev.tare.web.request.PolicyParameters;
import org.jspecify.annotations.Nullable;

/**
 * The images of one upload so far. The fields {@code image} and {@code platform} select the image in the archives after
 * them, {@code name} is the name of the next image, and {@code waive} has a waiver on each line.
 */
final class UploadedImages {

    private final UploadProperties properties;

    private final InspectionService inspectionService;

    private final long capacity;

    private final List<ComparedImage> images = new ArrayList<>();

    private Policy policy;

    private final RequestBudget budget = new RequestBudget();

    private int fields;

    private @Nullable String image;

    private @Nullable Platform platform;

    private @Nullable String name;

    /**
     * @param capacity the heap size that the images may have together, in bytes
     * @param policy   of the address, without the waivers of the upload
     */
    UploadedImages(UploadProperties properties, InspectionService inspectionService, long capacity, Policy policy) {
        this.properties = properties;
        this.inspectionService = inspectionService;
        this.capacity = capacity;
        this.policy = policy;
    }

    void take(UploadPart part) throws IOException {
        switch (part.name()) {
            case "archive" -> takeArchive(part);
            case "image" -> this.image = field(part);
            case "platform" -> this.platform = platform(field(part));
            case "name" -> this.name = field(part);
            case "waive" -> takeWaivers(part);
            default -> throw UploadException.malformed("The upload has a part named \""
                    + UploadPart.printable(part.name())
                    + "\". Valid names are \"archive\", \"image\", \"platform\", \"name\" and \"waive\".");
        }
    }

    /** The estimated heap of the images so far, in bytes. */
    long heapSize() {
        return this.images.stream().mapToLong(image -> image.inspection().heapSize()).sum()
                + InspectionService.heapSize(this.budget);
    }

    /** @throws UploadException if there are fewer than two */
    Comparison compare() {
        if (this.images.size() < 2) {
            throw UploadException.malformed("A comparison needs two or more archives, each in a part named \"archive\","
                    + " but this upload has " + this.images.size() + ".");
        }
        return Comparison.of(this.images);
    }

    /** The policy with the waivers of the upload. */
    Policy policy() {
        return this.policy;
    }

    private void takeArchive(UploadPart part) {
        if (part.isEmptyInput()) {
            return;
        }
        if (this.images.size() == this.properties.maxArchives()) {
            throw UploadException.malformed("The upload has more than " + this.properties.maxArchives()
                    + " archives, the limit \"tare.upload.max-archives\". Compare fewer at once.");
        }
        String source = part.displayName("archive " + (this.images.size() + 1));
        Inspection inspection =
                this.inspectionService.inspect(source, part.content(), new ImageSelection(this.image, this.platform),
                        this.budget);
        this.images.add(new ComparedImage(inspection, source, this.name));
        this.name = null;
        if (heapSize() > this.capacity) {
            throw new LimitExceededException("tare.catalog.size", this.capacity,
                    "bytes to keep, together with the archives before it", source);
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
