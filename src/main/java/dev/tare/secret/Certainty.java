package dev.tare.secret;

/** What a finding is worth. */
public enum Certainty {

    /** Its structure or checksum, or the file that it stands in, says that it is a secret. */
    VERIFIED,

    /** It looks like a secret, such as the value of a variable called {@code DB_PASSWORD}. */
    LIKELY,

    /** A secret that is encrypted or hashed: what protects it has to be guessed first. */
    PROTECTED,

    /** A secret in the tests or documents of a library or package, which everybody has who has it. */
    PUBLISHED
}
