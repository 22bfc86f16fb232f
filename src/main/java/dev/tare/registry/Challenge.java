package dev.tare.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The authentication that a registry requests with the status 401.
 *
 * @param scheme     in lower case: {@code basic} or {@code bearer}
 * @param parameters with names in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-www-authenticate">RFC 9110, WWW-Authenticate</a>
 */
record Challenge(String scheme, Map<String, String> parameters) {

    static final String BASIC = "basic";

    static final String BEARER = "bearer";

    /** Characters to read. Registries send a few hundred. */
    private static final int MAX_LENGTH = 4096;

    /** A scheme, or a parameter with a value that may be in quotes. */
    private static final Pattern PART =
            Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]++)(?:\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\""
                    + "|([^\\s,\"]*+)))?+");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** The first challenge for a token, or else for a password, or {@code null}. A header may have several. */
    static @Nullable Challenge of(List<String> headers) {
        Challenge basic = null;
        for (String header : headers) {
            Matcher part = PART.matcher(header.substring(0, Math.min(header.length(), MAX_LENGTH)));
            String scheme = "";
            Map<String, String> parameters = new HashMap<>();
            while (part.find()) {
                if (isScheme(part)) {
                    if (scheme.equals(BEARER)) {
                        break;
                    }
                    scheme = part.group(1).toLowerCase(Locale.ROOT);
                    parameters.clear();
                    basic = scheme.equals(BASIC) ? new Challenge(BASIC, Map.of()) : basic;
                } else {
                    parameters.putIfAbsent(part.group(1).toLowerCase(Locale.ROOT), value(part));
                }
            }
            if (scheme.equals(BEARER)) {
                return new Challenge(BEARER, parameters);
            }
        }
        return basic;
    }

    @Nullable
    String parameter(String name) {
        return this.parameters.get(name);
    }

    private static boolean isScheme(Matcher part) {
        return part.group(2) == null && part.group(3) == null;
    }

    private static String value(Matcher part) {
        return part.group(2) == null ? part.group(3) : part.group(2).replaceAll("\\\\(.)", "$1");
    }
}
