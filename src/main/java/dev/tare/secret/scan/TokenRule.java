package dev.tare.secret.scan;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import org.jspecify.annotations.Nullable;

/**
 * A token of one line: a prefix, what may follow it, and what else has to be so. The prefix begins a word, and the
 * token ends one.
 */
final class TokenRule implements SecretRule {

    /** Longer than any token that is looked for. */
    private static final int MOST = 2_048;

    private final SecretKind kind;

    private final String prefix;

    private final Pattern form;

    private final Predicate<String> check;

    /**
     * @param form  of what follows the prefix, without a choice that could make it look twice at a character
     * @param check of the whole token
     */
    TokenRule(SecretKind kind, String prefix, String form, Predicate<String> check) {
        this.kind = kind;
        this.prefix = prefix;
        this.form = Pattern.compile("(?:" + form + ")(?![A-Za-z0-9_-])");
        this.check = check;
    }

    @Override
    public String anchor() {
        return this.prefix;
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        String text = window.text(at, at + MOST);
        Matcher matcher = this.form.matcher(text).region(this.prefix.length(), text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        String token = text.substring(0, matcher.end());
        return Placeholders.isRandom(token.substring(this.prefix.length())) && this.check.test(token)
                && !KnownExamples.contain(token) ? new Hit(this.kind, at, at + token.length()) : null;
    }
}
