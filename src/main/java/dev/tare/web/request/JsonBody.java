package dev.tare.web.request;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the small JSON bodies of requests that name images. */
public final class JsonBody {

    /** Names of the greatest length and waivers need less. */
    private static final int MAX_SIZE = 64 << 10;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /**
     * Reads a body.
     *
     * @param expected the form of the body, for the error
     * @throws RequestException if it has another form, or more than 64 KiB
     */
    public static <T> T read(InputStream body, Class<T> type, String expected) throws IOException {
        byte[] json = body.readNBytes(MAX_SIZE + 1);
        if (json.length > MAX_SIZE) {
            throw new RequestException(HttpStatus.CONTENT_TOO_LARGE, "request-too-large",
                    "The request has more than " + MAX_SIZE + " bytes. Send fewer images and waivers.");
        }
        try {
            T request = JSON.readValue(json, type);
            if (request == null) {
                throw malformed(expected);
            }
            return request;
        } catch (JacksonException ex) {
            throw malformed(expected);
        }
    }

    /** A body of another form. */
    public static RequestException malformed(String expected) {
        return new RequestException(HttpStatus.BAD_REQUEST, "malformed-request",
                "The body is not the expected JSON. Expected " + expected + ".");
    }
}
