package dev.tare.secret.scan;

import dev.tare.secret.Window;
import org.jspecify.annotations.Nullable;

/** Verifies one form of secret at the places where its anchor stands. It costs time in proportion to what it reads. */
interface SecretRule {

    /** What a secret of this form begins with. */
    String anchor();

    /** Whether no letter, digit, dot, dash or underscore stands before a secret of this form. */
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
