package dev.tare.registry;

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

    /** Reads the first error. A body of another form, such as a page of a proxy, has none. */
    static RegistryError parse(byte[] body) {
        JsonNode document = RegistryJson.parse(body);
        if (document == null) {
            return new RegistryError(null, null);
        }
        JsonNode error = document.path("errors").path(0);
        String code = RegistryJson.text(error, "code");
        String message = RegistryJson.text(error, "message");
        return new RegistryError(cut(code, MAX_CODE),
                cut(message == null ? RegistryJson.text(document, "details") : message, MAX_MESSAGE));
    }

    /** The code and the message after a colon each, or nothing. */
    String text() {
        return (this.code == null ? "" : ": " + this.code) + (this.message == null ? "" : ": " + this.message);
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
