package dev.tare.source.format;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.DocumentKind;
import dev.tare.image.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Reports documents whose media types differ from their content. A remark quotes the whole media type. Masking replaces
 * its secrets before the remark is cut.
 */
final class MediaTypeRemarks {

    private final OciDocuments documents;

    MediaTypeRemarks(OciDocuments documents) {
        this.documents = documents;
    }

    /** Remarks on an image, by the descriptors of its indexes and manifests, and of its config. */
    List<String> remarks(List<Descriptor> descriptors, Descriptor config) {
        List<Descriptor> distinct = descriptors.stream().distinct().toList();
        List<String> wrong = Stream.concat(distinct.stream().map(this::wrong), Stream.ofNullable(wrongConfig(config)))
                .filter(Objects::nonNull)
                .toList();
        return wrong.isEmpty() ? List.of()
                : List.of("Media type and content differ in " + wrong.size() + " of " + (distinct.size() + 1)
                        + " documents that lead to the layers. The first of these documents "
                        + wrong.getFirst() + ".");
    }

    private @Nullable String wrong(Descriptor descriptor) {
        DocumentKind kind = this.documents.kind(descriptor);
        return kind == descriptor.mediaType().kind() ? null : stated(descriptor.mediaType()) + kind;
    }

    private static @Nullable String wrongConfig(Descriptor config) {
        return config.mediaType().isImageConfig() ? null : stated(config.mediaType()) + "an image config";
    }

    private static String stated(MediaType type) {
        return (type.value().isEmpty() ? "has no media type" : "has the media type " + type.value()) + ", but is ";
    }
}
