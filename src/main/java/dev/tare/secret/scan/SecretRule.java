package dev.tare.secret.scan;

import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/** Verifies one form of secret at its anchor. Its time is linear in the number of bytes that it reads. */
interface SecretRule {

    /** The first characters of each secret of this form. */
    String anchor();

    /** Whether a secret of this form begins a word, so that no letter, digit, dot, dash or underscore precedes it. */
    default boolean beginsWord() {
        return true;
    }

    /**
     * Checks a place with the anchor.
     *
     * @return {@code null} if there is no secret
     */
    @Nullable
    Hit match(Window window, int at);
}
