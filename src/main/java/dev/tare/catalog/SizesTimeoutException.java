package dev.tare.catalog;

import java.time.Duration;

import dev.tare.wording.Times;

/** The registry of an image did not send its manifest or config in time. */
public class SizesTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param image the name of the image
     * @param time  the limit
     */
    SizesTimeoutException(String image, Duration time) {
        super("The registry of \"" + image + "\" did not send its manifest and config within " + Times.seconds(time)
                + ", the limit \"tare.sizes.time\" for all images of a request. Try again later, or with fewer images.");
    }
}
