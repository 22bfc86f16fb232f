package dev.tare.referrer;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.ImageIndex;
import dev.tare.image.Manifest;
import dev.tare.image.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A signature, a bill of materials, an attestation or another artifact that belongs to an image.
 *
 * @param type          the type of the artifact, or else the media type of its content
 * @param predicateType of an attestation, or {@code null} if it is not stated
 * @param digest        of its manifest, or of the content itself
 * @param size          of the document with the digest, in bytes
 * @param isManifest    whether the document with the digest is a manifest; otherwise it is the content
 * @param contents      the blobs of its manifest; empty if the manifest was not read
 * @param place         where it is listed
 * @param subject       the manifest or index to which it belongs
 * @param otherSubject  whether its manifest states another subject, so that it is not about this image
 */
public record Referrer(ReferrerKind kind, String type, @Nullable String predicateType, Digest digest, long size,
        boolean isManifest, List<Content> contents, Place place, Subject subject, boolean otherSubject) {

    /** Far more blobs than any artifact of an image has. */
    private static final int MAX_CONTENTS = 16;

    /** Characters of a type. */
    private static final int MAX_TYPE = 256;

    public Referrer {
        type = bounded(type);
        predicateType = predicateType == null ? null : bounded(predicateType);
        contents = List.copyOf(contents);
    }

    /** The manifest of an artifact, as an index lists it. */
    public static Referrer listed(Descriptor listed, Place place, Subject subject) {
        String type = listed.artifactType() == null || listed.artifactType().isEmpty() ? listed.mediaType().value()
                : listed.artifactType();
        return new Referrer(ReferrerType.kind(List.of(type), listed.annotations()), type,
                ReferrerType.predicateType(listed.annotations()), listed.digest(), listed.size(), true, List.of(),
                place,
                subject, false);
    }

    /** The manifest of an attestation of BuildKit, which the index of the image lists. */
    public static Referrer attestation(Descriptor listed) {
        return new Referrer(ReferrerKind.ATTESTATION, listed.mediaType().value(), null, listed.digest(), listed.size(),
                true, List.of(), Place.INDEX, Subject.MANIFEST, false);
    }

    /** A blob that is a referrer by itself. */
    public static Referrer blob(Descriptor blob, Place place, Subject subject) {
        return new Referrer(ReferrerType.kind(List.of(blob.mediaType().value()), blob.annotations()),
                blob.mediaType().value(), ReferrerType.predicateType(blob.annotations()), blob.digest(), blob.size(),
                false, List.of(), place, subject, false);
    }

    /** A copy that is about another image if this subject, as a manifest states it, differs from the image of the search. */
    public Referrer stating(@Nullable String subject, Digest about) {
        return new Referrer(this.kind, this.type, this.predicateType, this.digest, this.size, this.isManifest,
                this.contents, this.place, this.subject, subject != null && !subject.equals(about.toString()));
    }

    /**
     * The same with the facts of its manifest. One without a subject is about the image for which it is listed.
     *
     * @param about the digest of the subject
     */
    public Referrer with(Manifest manifest, Digest about) {
        List<String> types = Stream.concat(Stream.of(String.valueOf(manifest.artifactType()),
                manifest.config().mediaType().value()),
                manifest.layers().stream().limit(MAX_CONTENTS).map(layer -> layer.mediaType().value())).toList();
        return with(types, manifest.annotations(), manifest.artifactType() == null || manifest.artifactType().isEmpty()
                ? manifest.config().mediaType().value()
                : manifest.artifactType(),
                manifest.layers().stream().limit(MAX_CONTENTS).map(Content::of).toList())
                .stating(manifest.subject(), about);
    }

    /** The same with the facts of its index. */
    public Referrer with(ImageIndex index, Digest about) {
        String stated = index.artifactType() == null ? "" : index.artifactType();
        return with(List.of(stated), index.annotations(), stated, List.of()).stating(index.subject(), about);
    }

    private Referrer with(List<String> types, Map<String, String> annotations, String stated, List<Content> content) {
        boolean isVague = this.kind == ReferrerKind.OTHER || this.kind == ReferrerKind.BUNDLE
                || this.kind == ReferrerKind.ATTESTATION;
        return new Referrer(isVague ? ReferrerType.kind(types, annotations) : this.kind,
                isWithoutType() && !stated.isEmpty() ? stated : this.type,
                this.predicateType == null ? ReferrerType.predicateType(annotations) : this.predicateType, this.digest,
                this.size, true, content, this.place, this.subject, this.otherSubject);
    }

    /** Whether its manifest, which need not be read yet, may be that of a signature. Some lists leave out the types. */
    public boolean mayBeSignature() {
        return this.kind == ReferrerKind.SIGNATURE || this.kind == ReferrerKind.BUNDLE
                || (this.kind == ReferrerKind.OTHER && isWithoutType());
    }

    /** Whether only the type of its manifest is known. */
    private boolean isWithoutType() {
        MediaType only = new MediaType(this.type);
        return this.isManifest && (this.type.isEmpty() || only.isManifest() || only.isIndex());
    }

    /** The bytes of its content, or of its manifest if that was not read. */
    public long contentSize() {
        return this.contents.isEmpty() ? this.size
                : this.contents.stream()
                        .mapToLong(Content::size)
                        .reduce(0, (one, other) -> one + Math.min(other, Long.MAX_VALUE - one));
    }

    /** The first content of this type, or {@code null}. */
    public @Nullable Content content(ReferrerType wanted) {
        return this.contents.stream()
                .filter(content -> wanted.prefixes().stream().anyMatch(content.mediaType()::startsWith))
                .findFirst()
                .orElse(null);
    }

    /** A copy with masked texts. */
    public Referrer masked(UnaryOperator<String> masking) {
        return new Referrer(this.kind, masking.apply(this.type),
                this.predicateType == null ? null : masking.apply(this.predicateType), this.digest, this.size,
                this.isManifest, this.contents.stream().map(content -> content.masked(masking)).toList(), this.place,
                this.subject,
                this.otherSubject);
    }

    private static String bounded(String text) {
        return text.length() <= MAX_TYPE ? text : text.substring(0, MAX_TYPE) + "…";
    }

    /** Where a referrer is listed. */
    public enum Place {

        /** By the referrers API of the registry. */
        API("referrers API"),

        /** In the index under the referrers tag {@code sha256-HEX}. */
        TAG("referrers tag"),

        /** Under a tag of cosign: {@code sha256-HEX.sig}, {@code .att} or {@code .sbom}. */
        COSIGN_TAG("cosign tag"),

        /** In the index of the image, where BuildKit writes attestations. */
        INDEX("image index");

        private final String text;

        Place(String text) {
            this.text = text;
        }

        /** The place for people. */
        public String text() {
            return this.text;
        }
    }

    /** To which document of an image a referrer belongs. */
    public enum Subject {

        /** The index, and so all platforms. */
        INDEX,

        /** The manifest of the platform. */
        MANIFEST
    }

    /**
     * A blob of a referrer.
     *
     * @param size in bytes
     */
    public record Content(String mediaType, Digest digest, long size) {

        public Content {
            mediaType = bounded(mediaType);
        }

        static Content of(Descriptor blob) {
            return new Content(blob.mediaType().value(), blob.digest(), blob.size());
        }

        Content masked(UnaryOperator<String> masking) {
            return new Content(masking.apply(this.mediaType), this.digest, this.size);
        }
    }
}
