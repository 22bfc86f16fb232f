package dev.tare.secret;

/** The certainty that a finding is a secret, and the effort to use the secret. */
public enum Certainty {

    /** Its structure, its checksum or its file proves that it is a secret. */
    VERIFIED,

    /** It looks like a secret, such as the value of a variable called {@code DB_PASSWORD}. */
    LIKELY,

    /** A secret that is encrypted or hashed: an attacker has to guess a passphrase first. */
    PROTECTED,

    /** A secret in the tests or documents of a library or package. Everybody with the library has it. */
    PUBLISHED
}
