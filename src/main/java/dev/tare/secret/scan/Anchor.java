package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;

import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretRule.Hit;
import org.jspecify.annotations.Nullable;

/** What the secrets of a rule begin with, and where in it a pair of bytes is by which it is found. */
final class Anchor {

    private final SecretRule rule;

    private final byte[] text;

    private final int offset;

    Anchor(SecretRule rule, int offset) {
        this.rule = rule;
        this.text = rule.anchor().getBytes(StandardCharsets.ISO_8859_1);
        this.offset = offset;
    }

    /** Of the pair. */
    int offset() {
        return this.offset;
    }

    boolean isAt(Window window, int at) {
        return window.startsWith(this.text, at);
    }

    /** Whether what has it begins a word. */
    boolean beginsWord() {
        return this.rule.beginsWord();
    }

    /** The secret that begins with the anchor that is here, or {@code null} if none does. */
    @Nullable
    Hit match(Window window, int at) {
        return this.rule.match(window, at);
    }
}
