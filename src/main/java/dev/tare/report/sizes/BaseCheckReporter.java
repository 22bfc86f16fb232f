package dev.tare.report.sizes;

import dev.tare.comparison.Comparison;
import dev.tare.registry.Traffic;
import dev.tare.report.DifferenceReport;
import dev.tare.secret.redaction.Redaction;
import dev.tare.sizes.BaseCheck;
import dev.tare.sizes.ManifestSizes;
import dev.tare.sizes.ReferenceSizes;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** Reports the check of a base image. It masks the secrets in names. */
public final class BaseCheckReporter {

    private BaseCheckReporter() {}

    /**
     * Reports a check.
     *
     * @param name     of the image as it was given
     * @param wanted   whether packages were requested
     * @param packages the earlier base image and that of now; {@code null} if they are not both known, or the same
     */
    public static BaseCheckReport report(String name, BaseCheck check, boolean wanted,
            @Nullable Comparison packages, Traffic traffic) {
        ReferenceSizes before = check.before();
        return new BaseCheckReport(BaseCheckReport.SCHEMA_VERSION, check.moved(), Redaction.text(name),
                Redaction.text(check.image().first().platform().toString()), Redaction.text(check.base().toString()),
                check.place() == null ? "option" : Words.of(check.place()),
                check.digest() == null ? null : check.digest().toString(), before == null ? null : state(before),
                before == null ? reason(check) : null, state(check.now()),
                before == null ? null : update(before.first(), check.now().first()),
                check.begins(), packages == null ? null : packages(packages),
                !wanted || packages != null ? null
                        : before == null ? "the base image of the build is not known"
                        : "the base image has not moved",
                new RegistrySizesReport.Traffic(traffic.requests(), traffic.bytes()));
    }

    private static String reason(BaseCheck check) {
        return check.beforeUnknownBecause() == null ? "The digest of the base image at the build is not stated."
                : check.beforeUnknownBecause();
    }

    private static BaseCheckReport.State state(ReferenceSizes base) {
        ManifestSizes sizes = base.first();
        return new BaseCheckReport.State(base.digest().toString(), sizes.manifest().toString(), sizes.compressed(),
                sizes.distinctLayers(), sizes.details() == null ? null : sizes.details().created());
    }

    private static BaseCheckReport.Update update(ManifestSizes before, ManifestSizes now) {
        return new BaseCheckReport.Update(now.compressed() - before.compressed(), now.pulledBeside(before),
                now.layersSharedWith(before));
    }

    private static BaseCheckReport.Packages packages(Comparison bases) {
        DifferenceReport difference = DifferenceReport.between(bases, 0, 1);
        return new BaseCheckReport.Packages(bases.images().getFirst().weight().sizes().uncompressed(),
                bases.images().getLast().weight().sizes().uncompressed(), difference.packages(), difference.jars(),
                difference.javaRuntimes());
    }
}
