package dev.tare.web.upload;

import dev.tare.web.connection.ConnectionProperties;
import dev.tare.web.request.RequestException;
import dev.tare.wording.Times;
import org.springframework.http.HttpStatus;

/** An upload that Tare rejects, although its archives may be valid. */
final class UploadException extends RequestException {

    private static final long serialVersionUID = 1L;

    private UploadException(HttpStatus status, String rule, String message) {
        super(status, rule, message);
    }

    static UploadException tooLarge(long allowed) {
        return new UploadException(HttpStatus.CONTENT_TOO_LARGE, "upload-too-large", "The upload has more than "
                + allowed + " bytes, the limit \"tare.upload.max-request-size\". Send fewer or smaller archives.");
    }

    static UploadException tooSlow(UploadProperties properties) {
        return new UploadException(HttpStatus.REQUEST_TIMEOUT, "upload-too-slow",
                "The upload took longer than " + Times.seconds(properties.timeout())
                        + ", the limit \"tare.upload.timeout\". Send it over a faster connection.");
    }

    static UploadException belowRate(ConnectionProperties connection) {
        return new UploadException(HttpStatus.REQUEST_TIMEOUT, "upload-too-slow",
                "The upload took longer than " + Times.seconds(connection.grace()) + " and sent fewer than "
                        + connection.minRate() + " per second, the limits \"tare.connection.grace\" and"
                        + " \"tare.connection.min-rate\". Send it over a faster connection.");
    }

    static UploadException stalled() {
        return new UploadException(HttpStatus.REQUEST_TIMEOUT, "upload-stalled",
                "The upload stalled for too long. Send it again.");
    }

    static UploadException incomplete() {
        return malformed("The upload is incomplete: its last boundary is missing. Send it again.");
    }

    static UploadException notMultipart() {
        return new UploadException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-multipart",
                "Send the archives as multipart/form-data, each in a part named \"archive\": "
                        + "curl -F archive=@before.tar -F archive=@after.tar. The API also accepts names of images as "
                        + "application/json.");
    }

    static UploadException malformed(String problem) {
        return new UploadException(HttpStatus.BAD_REQUEST, "malformed-upload", problem);
    }
}
