package dev.tare.inspection;

import dev.tare.secret.Certainty;
import dev.tare.secret.SecretKind;

/** A key, token or password in an image. Tare keeps its kind and place, and never the value. */
public record Secret(SecretKind kind, Certainty certainty, SecretPlace place) {

    /** A secret whose place does not change its certainty. */
    static Secret of(SecretKind kind, SecretPlace place) {
        return new Secret(kind, kind.certainty(), place);
    }
}
