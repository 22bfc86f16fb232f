package dev.tare.secret.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;

/** The forms of secrets, for texts that are short and in memory. */
public final class SecretForms {

    private SecretForms() {}

    /** The secrets in a text, in their order. */
    public static List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        if (text.length() >= AnchorSearch.LEAST) {
            Window window = Window.of(text);
            AnchorSearch.find(window, 0, window.end(), (hit, at) -> hits.add(hit));
        }
        return hits;
    }

    /** The places of a text that have the form of a JSON Web Token, whoever signed it. */
    public static Stream<MatchResult> findJsonWebTokens(String text) {
        return JsonWebTokens.find(text);
    }

    /** Whether all of the text is a JSON Web Token that somebody signed and that no document shows. */
    public static boolean isSignedJsonWebToken(String text) {
        return JsonWebTokens.isSigned(text);
    }

    /** Whether a text can be the secret of an AWS access key. */
    public static boolean isAwsSecret(String text) {
        return AwsRule.isSecret(text);
    }

    /** Whether a machine can have made this: neither the same characters again and again, nor words that stand in. */
    public static boolean isRandom(String text) {
        return Placeholders.isRandom(text);
    }

    /** Whether a value stands for a secret, as in a template, and is none. */
    public static boolean isPlaceholder(String value) {
        return Placeholders.isOne(value);
    }

    /**
     * A secret in a window or text.
     *
     * @param start of the secret, which may be before what its rule finds it by
     * @param end   behind the secret
     */
    public record Hit(SecretKind kind, int start, int end) {}
}
