package dev.tare.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.sizes.PlatformSelection;
import dev.tare.source.open.NamedImages;
import dev.tare.source.registry.RegistryArgument;
import dev.tare.web.request.JsonBody;
import dev.tare.web.request.RequestException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A request for the sizes of images.
 *
 * @param images   names of images in registries; the first is the reference
 * @param platform to select, {@code all}, or {@code null} for the default
 */
record SizesRequest(List<String> images, @Nullable String platform) {

    private static final String EXPECTED = "{\"images\": [\"NAME\"]}, with the optional field \"platform\"";

    SizesRequest {
        images = images == null ? List.of() : images;
    }

    /**
     * Reads the JSON of a request.
     *
     * @throws RequestException if the body has another form
     */
    static SizesRequest read(HttpServletRequest request) throws IOException {
        if (!MediaType.APPLICATION_JSON.isCompatibleWith(type(request))) {
            throw new RequestException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-json",
                    "Send names of images as application/json: " + EXPECTED + ".");
        }
        SizesRequest body = JsonBody.read(request.getInputStream(), SizesRequest.class, EXPECTED);
        if (body.images.stream().anyMatch(Objects::isNull)) {
            throw JsonBody.malformed(EXPECTED);
        }
        return body;
    }

    /**
     * The images to read.
     *
     * @param most the greatest number of images
     * @throws RequestException if the request has no image or more than that, or a name is invalid
     */
    List<RegistryArgument> arguments(NamedImages sources, int most) {
        if (this.images.isEmpty() || this.images.size() > most) {
            throw new RequestException(HttpStatus.BAD_REQUEST, "invalid-images",
                    "Name 1 to " + most + " images, the limit \"tare.sizes.max-images\", but this request has "
                            + this.images.size() + ".");
        }
        try {
            return this.images.stream().map(sources::parse).map(RegistryArgument::require).toList();
        } catch (InvalidValueException ex) {
            throw invalid(ex);
        }
    }

    /** @throws RequestException if it is invalid */
    PlatformSelection selection() {
        try {
            return PlatformSelection.parse(this.platform);
        } catch (InvalidValueException ex) {
            throw invalid(ex);
        }
    }

    private static RequestException invalid(InvalidValueException ex) {
        return new RequestException(HttpStatus.BAD_REQUEST, ex.rule(), MaskedError.message(ex));
    }

    private static MediaType type(HttpServletRequest request) {
        try {
            return request.getContentType() == null ? MediaType.APPLICATION_OCTET_STREAM
                    : MediaType.parseMediaType(request.getContentType());
        } catch (InvalidMediaTypeException ex) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
