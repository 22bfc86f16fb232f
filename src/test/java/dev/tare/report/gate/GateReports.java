package dev.tare.report.gate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.content.Unread;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Baseline;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Forbidden;
import dev.tare.policy.NamePattern;
import dev.tare.policy.PathPattern;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.policy.Requirements;
import dev.tare.policy.Waiver;
import dev.tare.report.ComparisonReport;

/** Reports with requirements that are kept, not kept, waived and undecided. */
final class GateReports {

    /** Control characters, markup, a space and a bidirectional override, which no output may contain. */
    static final String HOSTILE = "a \u001b]\"'<&>]]>\u202e\ud83d#?%../é[x](https:y)";

    private GateReports() {}

    /** One of each. */
    static ComparisonReport failing() {
        return failing("app:2");
    }

    /** The same contents under another name. */
    static ComparisonReport failing(String name) {
        return failing(name, "etc/key.pem");
    }

    static ComparisonReport failing(String name, String path) {
        return report(name, path);
    }

    static ComparisonReport hostile() {
        return report(HOSTILE, "etc/" + HOSTILE + ".pem");
    }

    /** The same images without a requirement that they break. */
    static ComparisonReport passing() {
        return ComparisonReport.of(comparison("app:2", "etc/key.pem"),
                Policy.of(Budgets.of(ByteSize.parse("1GB"), null)));
    }

    /** More results than a file has. */
    static ComparisonReport many() {
        List<Inspection> images = new ArrayList<>(List.of(InspectionBuilder.image("app:1").layer("base").build()));
        for (int i = 2; i < 5; i++) {
            InspectionBuilder image = InspectionBuilder.image("app:" + i).layer("app");
            IntStream.range(0, 100).forEach(file -> image.file("etc/" + file + ".pem", 1));
            images.add(image.build());
        }
        Forbidden forbidden =
                new Forbidden(List.of(), Collections.nCopies(20, PathPattern.parse("*.pem")), List.of());
        return ComparisonReport.of(new Comparison(images),
                new Policy(Budgets.of(null, null), new Requirements(List.of(), forbidden), List.of(), List.of(),
                        FailOn.FAIL));
    }

    /** Image 1 has what the requirements forbid, and image 2 is the baseline. */
    static ComparisonReport overALaterBaseline() {
        Inspection old = InspectionBuilder.image("app:1").layer("base").file("a", 15).build();
        Inspection image = InspectionBuilder.image("app:2").layer("app").surface(SurfaceKind.SHELL, "bin/sh").build();
        return ComparisonReport.of(new Comparison(List.of(image, old)),
                new Policy(new Budgets(List.of(), new Baseline.Compared(1)), List.of(), FailOn.FAIL));
    }

    static String text(Written written) {
        StringWriter text = new StringWriter();
        try {
            written.to(text);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return text.toString();
    }

    private static ComparisonReport report(String name, String path) {
        Forbidden forbidden = new Forbidden(List.of(new NamePattern("perl*"), new NamePattern("absent")),
                List.of(PathPattern.parse("*.pem")), List.of());
        Policy policy = new Policy(Budgets.of(ByteSize.parse("10B"), Percentage.parse("5%")),
                new Requirements(List.of("no-shell", "no-setuid"), forbidden),
                List.of(Waiver.parse("no-setuid=mount needs it")),
                List.of(), FailOn.FAIL);
        return ComparisonReport.of(comparison(name, path), policy);
    }

    private static Comparison comparison(String name, String path) {
        Inspection old = InspectionBuilder.image("app:1").layer("base").file("a", 15).build();
        Inspection image = InspectionBuilder.image(name)
                .layer("base")
                .file("a", 15)
                .layer("app")
                .file(path, 100)
                .dpkg("perl-base", "5.40")
                .dpkg("perl-base", "5.38")
                .surface(SurfaceKind.SHELL, "bin/sh")
                .surface(SurfaceKind.SETUID, "bin/su")
                .unread(Unread.Subject.LANGUAGE_PACKAGE, "x/package.json", "It is broken.")
                .build();
        return new Comparison(List.of(old, image));
    }

    interface Written {

        void to(StringWriter out) throws IOException;
    }
}
