package dev.tare.source.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.InvalidDocumentException;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Manifest;
import dev.tare.image.Provenance;
import dev.tare.limits.LimitExceededException;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.Referrer.Place;
import dev.tare.referrer.Referrer.Subject;
import dev.tare.referrer.ReferrerType;
import org.jspecify.annotations.Nullable;

/**
 * The attestations of BuildKit in an OCI image layout. Their manifests are in the same index as the image. Images without
 * them are complete, so a missing attestation is no problem, and an invalid one is a remark.
 *
 * @see <a href="https://github.com/moby/buildkit/blob/v0.25.0/docs/attestations/attestation-storage.md">Attestation
 *      storage of BuildKit</a>
 */
final class Attestations {

    private static final String STATEMENT = "application/vnd.in-toto+json";

    /** As many as the limit of manifests in an archive. */
    private static final int MAX_ATTESTATIONS = 10_000;

    /**
     * The maximum number of attestations, and of statements, to read for one image. BuildKit writes one attestation with
     * one provenance.
     */
    private static final int MAX_READ = 8;

    /** The maximum size of the manifest of an attestation to read, in bytes. It stays in memory. BuildKit writes 1 KB. */
    private static final long MAX_SIZE = 1 << 16;

    /** The maximum number of attestations, and of statements in each, to list for one image. */
    private static final int MAX_SHOWN = 32;

    private final OciDocuments documents;

    private final Map<String, List<Descriptor>> byManifest = new HashMap<>();

    /** The manifests of attestations that were read. */
    private final Map<Digest, Manifest> manifests = new HashMap<>();

    private final List<String> remarks = new ArrayList<>();

    private int listed;

    Attestations(OciDocuments documents) {
        this.documents = documents;
    }

    /** Adds the attestations among the descriptors in an index. */
    void add(List<Descriptor> descriptors) {
        for (Descriptor descriptor : descriptors) {
            String about = descriptor.attestedDigest();
            if (about != null && this.listed < MAX_ATTESTATIONS) {
                this.listed++;
                this.byManifest.computeIfAbsent(about, _ -> new ArrayList<>()).add(descriptor.withoutAnnotations());
            }
        }
    }

    /** The first valid provenance of the image with a manifest, or {@code null}. */
    @Nullable
    Provenance provenanceOf(Digest manifest) {
        Set<Digest> read = new HashSet<>();
        return this.byManifest.getOrDefault(manifest.toString(), List.of())
                .stream()
                .filter(attestation -> this.documents.has(attestation) && read.add(attestation.digest()))
                .limit(MAX_READ)
                .flatMap(attestation -> statements(attestation).stream())
                .filter(statement -> read.add(statement.digest()))
                .limit(MAX_READ)
                .flatMap(statement -> provenance(statement, manifest).stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * The attestations of the image with a manifest: the statements of those that were read for its provenance, and the
     * others as they are listed.
     */
    List<Referrer> referrersOf(Digest manifest) {
        return this.byManifest.getOrDefault(manifest.toString(), List.of())
                .stream()
                .distinct()
                .limit(MAX_SHOWN)
                .flatMap(attestation -> referrers(attestation).limit(MAX_SHOWN))
                .toList();
    }

    /** The reasons why attestations were not used. */
    List<String> remarks() {
        return List.copyOf(this.remarks);
    }

    private Stream<Referrer> referrers(Descriptor attestation) {
        Manifest manifest = this.manifests.get(attestation.digest());
        return manifest == null ? Stream.of(Referrer.attestation(attestation))
                : manifest.layers().stream().map(layer -> Referrer.blob(layer, Place.INDEX, Subject.MANIFEST));
    }

    private List<Descriptor> statements(Descriptor attestation) {
        try {
            if (attestation.size() > MAX_SIZE) {
                throw LimitExceededException.fixed("attestation-size", MAX_SIZE, "bytes",
                        Digests.blobPath(attestation));
            }
            Manifest manifest = this.documents.manifest(attestation);
            this.manifests.put(attestation.digest(), manifest);
            return manifest.layers()
                    .stream()
                    .filter(layer -> layer.mediaType().value().equals(STATEMENT)
                            && Provenance.isPredicate(
                                    Objects.requireNonNullElse(ReferrerType.predicateType(layer.annotations()), ""))
                            && this.documents.has(layer))
                    .toList();
        } catch (InvalidImageException ex) {
            unused(ex);
            return List.of();
        }
    }

    private Optional<Provenance> provenance(Descriptor statement, Digest manifest) {
        try {
            return Optional.of(Provenance.parse(Digests.blobPath(statement), this.documents.read(statement), manifest));
        } catch (InvalidImageException ex) {
            unused(ex);
            return Optional.empty();
        }
    }

    /** One reason is enough. */
    private void unused(InvalidImageException problem) {
        if (this.remarks.isEmpty()) {
            this.remarks.add("The provenance attestation of the build is not used"
                    + (problem instanceof InvalidDocumentException invalid ? ": " + invalid.problem() + "."
                            : ". " + problem.getMessage()));
        }
    }
}
