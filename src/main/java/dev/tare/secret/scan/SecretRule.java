package dev.tare.secret.scan;

import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/** Verifies one form of secret where its anchor stands. The time it takes is linear in the bytes it reads. */
interface SecretRule {

    /** The characters that a secret of this form begins with. */
    String anchor();

    /** Whether a secret of this form begins a word, so that no letter, digit, dot, dash or underscore precedes it. */
    default boolean beginsWord() {
        return true;
    }

    /**
     * Looks at a place where the anchor stands.
     *
     * @return {@code null} if it is no secret
     */
    @Nullable
    Hit match(Window window, int at);
}
