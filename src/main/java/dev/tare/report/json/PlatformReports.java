package dev.tare.report.json;

import java.util.List;

import dev.tare.policy.check.Verdict;

/**
 * The reports of an image or a comparison for each platform. Its JSON form is as stable as that of a report.
 *
 * @param schemaVersion version of the JSON schema that the reports follow
 * @param verdict       FAIL if a report has it, otherwise UNKNOWN if a report has it, otherwise PASS
 * @param platforms     in the order of the first image
 * @param notCompared   the platforms that only some of the images have
 * @param <R>           the kind of the reports
 */
public record PlatformReports<R>(int schemaVersion, Verdict verdict, List<PlatformReport<R>> platforms,
        List<NotCompared> notCompared) {

    public PlatformReports {
        platforms = List.copyOf(platforms);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * The report of one platform.
     *
     * @param platform such as {@code linux/amd64}
     */
    public record PlatformReport<R>(String platform, R report) {}

    /**
     * A platform that some of the images do not have.
     *
     * @param images the images that have it, as they were given
     */
    public record NotCompared(String platform, List<String> images) {

        public NotCompared {
            images = List.copyOf(images);
        }
    }
}
