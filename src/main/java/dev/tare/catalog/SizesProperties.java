package dev.tare.catalog;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of requests for the sizes of images in registries.
 *
 * @param maxImages Maximum number of images of one request, at least 1.
 * @param time      Maximum time to read the manifests and configs of one request.
 */
@ConfigurationProperties("tare.sizes")
record SizesProperties(@DefaultValue("16") int maxImages, @DefaultValue("15s") Duration time) {

    SizesProperties {
        if (maxImages < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("tare.sizes needs a positive time and room for one image, but has time "
                    + time + ", max-images " + maxImages);
        }
    }
}
