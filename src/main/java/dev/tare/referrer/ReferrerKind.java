package dev.tare.referrer;

/** The kind of a referrer, as far as its types state it. */
public enum ReferrerKind {

    /** A signature of the image. */
    SIGNATURE("signature", "signatures"),

    /** A list of the software in the image. */
    SBOM("SBOM", "SBOMs"),

    /** A statement about the build of the image. */
    PROVENANCE("provenance", "provenances"),

    /** Another statement about the image, or one whose subject matter its types do not state. */
    ATTESTATION("attestation", "attestations"),

    /** A Sigstore bundle that states neither its content nor its predicate: a signature or an attestation. */
    BUNDLE("bundle", "bundles"),

    /** Anything else. */
    OTHER("other", "others");

    private final String one;

    private final String many;

    ReferrerKind(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** The noun for a number of referrers, such as {@code signatures}. */
    public String noun(long number) {
        return number == 1 ? this.one : this.many;
    }
}
