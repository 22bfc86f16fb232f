package dev.tare.web.upload;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one upload may cost.
 *
 * @param maxArchives    Greatest number of archives in one request.
 * @param maxFields      Greatest number of fields beside the archives.
 * @param maxRequestSize Largest request.
 * @param timeout        Longest time that one request may take to send and inspect its archives.
 */
@ConfigurationProperties("tare.upload")
record UploadProperties(@DefaultValue("8") int maxArchives, @DefaultValue("32") int maxFields,
        @DefaultValue("64GB") DataSize maxRequestSize, @DefaultValue("30m") Duration timeout) {

    UploadProperties {
        if (maxArchives < 2 || maxFields < 0 || maxRequestSize.toBytes() <= 0 || !timeout.isPositive()) {
            throw new IllegalArgumentException("tare.upload needs room for two archives and positive bounds, but has "
                    + "max-archives " + maxArchives + ", max-fields " + maxFields + ", max-request-size "
                    + maxRequestSize + ", timeout " + timeout);
        }
    }
}
