package dev.tare.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.registry.login.RegistryJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The error that a registry describes in the body of an answer.
 *
 * @param code    such as {@code MANIFEST_UNKNOWN}, or {@code null}
 * @param message or {@code null}
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes">OCI distribution
 *      specification, error codes</a>
 */
record RegistryError(@Nullable String code, @Nullable String message) {

    private static final int MAX_CODE = 64;

    private static final int MAX_MESSAGE = 300;

    /** Shorter secrets are parts of usual words, so masking them shows them. */
    private static final int MIN_SECRET = 4;

    /** The decoder replaces bytes that are no text by this character. */
    private static final char NOT_TEXT = '\ufffd';

    /** Characters that control a terminal, or change the order of a text. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]++");

    /** The user and the query of an address may be credentials, such as those of a storage. */
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://)(?:[^\\s/?#@\"]*+@)?([^\\s?\"]*+)(?:[?][^\\s\"]*+)?", Pattern.CASE_INSENSITIVE);

    /**
     * Reads the first error, or a plain text. A body of another form, such as a page of a proxy, has none.
     *
     * @param secrets of the request, which the body may repeat
     */
    static RegistryError parse(byte[] body, List<String> secrets) {
        JsonNode document = RegistryJson.parse(body);
        if (document == null) {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            boolean isText = !text.isEmpty() && !text.startsWith("<") && !text.startsWith("{")
                    && text.indexOf(NOT_TEXT) < 0;
            return new RegistryError(null, isText ? shown(masked(text, secrets), MAX_MESSAGE) : null);
        }
        JsonNode error = document.path("errors").path(0);
        String message = Stream.of(RegistryJson.text(error, "message"), RegistryJson.text(document, "details"),
                RegistryJson.text(document, "message")).filter(Objects::nonNull).findFirst().orElse(null);
        String code = RegistryJson.text(error, "code");
        return new RegistryError(code == null ? null : shown(masked(code, secrets), MAX_CODE),
                message == null ? null : shown(masked(message, secrets), MAX_MESSAGE));
    }

    /** A text of a server in an error: without control characters, and not too long. */
    static String shown(String text, int length) {
        String plain = CONTROLS.matcher(text.substring(0, Math.min(text.length(), 2 * length))).replaceAll(" ");
        return plain.length() <= length ? plain : plain.substring(0, length) + "…";
    }

    /** The code and the message after a colon each, or nothing. */
    String text() {
        return (this.code == null ? "" : ": " + this.code) + (this.message == null ? "" : ": " + this.message);
    }

    private static String masked(String text, List<String> secrets) {
        String masked = text;
        for (String secret : secrets) {
            masked = secret.length() < MIN_SECRET ? masked : masked.replace(secret, "…");
        }
        return ADDRESS.matcher(masked).replaceAll("$1$2");
    }
}
