package dev.tare.referrer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Types of artifacts that belong to an image. The type of an artifact, of its config or of its content begins with one of
 * the prefixes. What an attestation states is in its predicate type.
 *
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md">Cosign Bundle Specification</a>
 * @see <a href="https://github.com/notaryproject/specifications/blob/main/specs/signature-specification.md">Notary
 *      Project signature specification</a>
 */
public enum ReferrerType {

    SIGSTORE_BUNDLE(ReferrerKind.BUNDLE, "application/vnd.dev.sigstore.bundle"),

    COSIGN_SIGNATURE(ReferrerKind.SIGNATURE, "application/vnd.dev.cosign.simplesigning",
            "application/vnd.dev.cosign.artifact.sig"),

    ATTESTATION(ReferrerKind.ATTESTATION, "application/vnd.dsse.envelope", "application/vnd.in-toto"),

    NOTATION_SIGNATURE(ReferrerKind.SIGNATURE, "application/vnd.cncf.notary.signature"),

    SBOM(ReferrerKind.SBOM, "application/vnd.cyclonedx", "application/spdx", "text/spdx", "application/vnd.syft",
            "spdx+json",
            "application/vnd.dev.cosign.artifact.sbom");

    /** The annotations of predicate types: of BuildKit, of Sigstore bundles, and of the attestations of cosign. */
    private static final List<String> PREDICATE_TYPES =
            List.of("in-toto.io/predicate-type", "dev.sigstore.bundle.predicateType", "predicateType");

    private static final String BUNDLE_CONTENT = "dev.sigstore.bundle.content";

    /** The predicate type of a signature that cosign writes as an attestation. */
    private static final String SIGNATURE_PREDICATE = "https://sigstore.dev/cosign/sign/";

    private static final List<String> SBOM_PREDICATES = List.of("https://spdx.dev/Document", "https://spdx.github.io/",
            "https://cyclonedx.org/bom", "https://cyclonedx.org/specification", "http://cyclonedx.org/");

    private static final List<String> PROVENANCE_PREDICATES = List.of("https://slsa.dev/provenance/",
            "https://slsa.dev/verification_summary/", "https://mobyproject.org/buildkit");

    private final ReferrerKind kind;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> prefixes;

    ReferrerType(ReferrerKind kind, String... prefixes) {
        this.kind = kind;
        this.prefixes = List.of(prefixes);
    }

    /** What the types of this kind of artifact begin with. */
    public List<String> prefixes() {
        return this.prefixes;
    }

    /** The predicate type that annotations state, or {@code null}. */
    public static @Nullable String predicateType(Map<String, String> annotations) {
        return PREDICATE_TYPES.stream()
                .map(annotations::get)
                .filter(type -> type != null && !type.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * The kind of a referrer.
     *
     * @param types       of the artifact, its config and its content
     * @param annotations of its descriptor or manifest
     */
    public static ReferrerKind kind(List<String> types, Map<String, String> annotations) {
        ReferrerKind kind = Stream.of(values())
                .filter(type -> types.stream().anyMatch(text -> startsWithOne(text, type.prefixes)))
                .map(type -> type.kind)
                .findFirst()
                .orElse(ReferrerKind.OTHER);
        boolean isStatement = kind == ReferrerKind.BUNDLE || kind == ReferrerKind.ATTESTATION;
        if (isStatement && "message-signature".equals(annotations.get(BUNDLE_CONTENT))) {
            return ReferrerKind.SIGNATURE;
        }
        String predicate = predicateType(annotations);
        return isStatement && predicate != null ? ofPredicate(predicate) : kind;
    }

    private static ReferrerKind ofPredicate(String type) {
        return type.startsWith(SIGNATURE_PREDICATE) ? ReferrerKind.SIGNATURE
                : startsWithOne(type, SBOM_PREDICATES) ? ReferrerKind.SBOM
                : startsWithOne(type, PROVENANCE_PREDICATES) ? ReferrerKind.PROVENANCE
                : ReferrerKind.ATTESTATION;
    }

    private static boolean startsWithOne(String text, List<String> prefixes) {
        return prefixes.stream().anyMatch(text::startsWith);
    }
}
