package dev.tare.web.upload;

import java.time.Duration;

import dev.tare.limits.ByteSize;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on the cost of one upload.
 *
 * @param maxArchives    Maximum number of archives in one request, at least 2.
 * @param maxFields      Maximum number of form fields next to the archives.
 * @param maxRequestSize Maximum size of a request.
 * @param timeout        Maximum time to send and inspect all archives of one request. Each archive also has
 *                       tare.limits.time.
 */
@ConfigurationProperties("tare.upload")
record UploadProperties(@DefaultValue("8") int maxArchives, @DefaultValue("32") int maxFields,
        @DefaultValue("64GiB") ByteSize maxRequestSize, @DefaultValue("30m") Duration timeout) {

    UploadProperties {
        if (maxArchives < 2 || maxFields < 0 || maxRequestSize.bytes() <= 0 || !timeout.isPositive()) {
            throw new IllegalArgumentException("tare.upload needs room for two archives and positive bounds, but has "
                    + "max-archives " + maxArchives + ", max-fields " + maxFields + ", max-request-size "
                    + maxRequestSize + ", timeout " + timeout);
        }
    }
}
