package dev.tare.secret.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;

/** Detects the forms of secrets in short strings in memory. */
public final class SecretForms {

    private SecretForms() {}

    /** The secrets in a string, in order. */
    public static List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        if (text.length() >= AnchorSearch.LEAST) {
            Window window = Window.of(text);
            AnchorSearch.find(window, 0, window.end(), (hit, at) -> hits.add(hit));
        }
        return hits;
    }

    /** The places of a string with the form of a JSON Web Token. The signature does not matter. */
    public static Stream<MatchResult> findJsonWebTokens(String text) {
        return JsonWebTokens.find(text);
    }

    /** Whether the whole string is a signed JSON Web Token, and not a known example. */
    public static boolean isSignedJsonWebToken(String text) {
        return JsonWebTokens.isSigned(text);
    }

    /** Whether a string can be the secret of an AWS access key. */
    public static boolean isAwsSecret(String text) {
        return AwsRule.isSecret(text);
    }

    /**
     * Whether the string can be generated: it has neither a few repeated characters nor placeholder words. A short string
     * always counts.
     */
    public static boolean isRandom(String text) {
        return Placeholders.isRandom(text);
    }

    /** Whether a value is a placeholder for a secret, as in a template. */
    public static boolean isPlaceholder(String value) {
        return Placeholders.isOne(value);
    }

    /**
     * A secret in a window or text.
     *
     * @param start of the secret, which may be before the anchor of its rule
     * @param end   index after the secret
     */
    public record Hit(SecretKind kind, int start, int end) {}
}
