package dev.tare.inspection;

import dev.tare.secret.Certainty;
import dev.tare.secret.SecretKind;

/** A key, token or password that whoever can pull the image can read. Only its kind and place are kept. */
public record Secret(SecretKind kind, Certainty certainty, SecretPlace place) {

    /** One whose place does not change what it is worth. */
    static Secret of(SecretKind kind, SecretPlace place) {
        return new Secret(kind, kind.certainty(), place);
    }
}
