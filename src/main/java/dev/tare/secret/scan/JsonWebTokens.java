package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Detects JSON Web Tokens. Many files contain expired tokens, so tokens are reported only in places for credentials.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-3.1">RFC 7515, compact serialization</a>
 */
final class JsonWebTokens {

    private static final String BEGINNING = "eyJ";

    private static final Pattern FORM =
            Pattern.compile("(eyJ[\\w-]{8,4096}+)\\.(eyJ[\\w-]{8,65536}+)\\.[\\w-]{20,4096}+");

    private static final Pattern STANDING_ALONE = Pattern.compile(
            "(?:(?<![\\w-])|(?<=\\\\[nrt]|%[0-9a-fA-F]{2}|\\\\x[0-9a-fA-F]{2}|\\\\u[0-9a-fA-F]{4}))" + FORM.pattern());

    private static final Pattern ALGORITHM = Pattern.compile("\"alg\"\\s*+:\\s*+\"(?:[HREP]S[0-9]{3}K?|EdDSA)\"");

    private JsonWebTokens() {}

    /** Whether the whole string is a signed token, and not a known example. */
    static boolean isSigned(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && ALGORITHM.matcher(decoded(matcher.group(1))).find()
                && decoded(matcher.group(2)).endsWith("}") && !KnownExamples.contain(text);
    }

    /** Places of a string with the form of a token. The signature does not matter. */
    static Stream<MatchResult> find(String text) {
        return text.contains(BEGINNING) ? STANDING_ALONE.matcher(text).results() : Stream.empty();
    }

    private static String decoded(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException ex) {
            return "";
        }
    }
}
