package dev.tare.inspection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.content.Unread;
import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.ecosystem.java.runtime.JavaBuild;
import dev.tare.ecosystem.java.runtime.JavaProduct;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.ecosystem.java.runtime.JavaVm;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.fixture.JsonText;
import dev.tare.image.Digest;
import dev.tare.image.ImageConfig;
import dev.tare.inspection.system.Accounts;
import dev.tare.inspection.system.OsRelease;
import dev.tare.inspection.system.SystemFiles;
import dev.tare.report.ComparisonReport;
import dev.tare.report.DifferenceReport.ConfigChange;
import dev.tare.report.ImageReport;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Strings of any length lead to small reports. */
class BoundedTextsTests {

    private static final String LONG = "long ".repeat(200_000);

    private static final int MEGABYTE = 1_000_000;

    @Test
    void reportOfImagesWithLabelsOfMegabytesIsSmall() {
        String label = "l".repeat(7_900_000);
        Comparison comparison = new Comparison(IntStream.range(0, 4)
                .mapToObj(i -> DrawnImage.anImage()
                        .layer(l -> l.file("a", "x"))
                        .config(c -> c.label("a", label + i))
                        .inspect())
                .toList());
        ComparisonReport report = ComparisonReport.of(comparison);
        assertThat(JsonText.of(report)).hasSizeLessThan(MEGABYTE);
        assertThat(MarkdownReport.write(report)).hasSizeLessThan(MEGABYTE);
        assertThat(TextReport.write(report)).hasSizeLessThan(MEGABYTE);
        assertThat(report.images()).extracting(image -> image.config().labels().get("a"))
                .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(TextBounds.TEXT)
                        .startsWith("lll")
                        .endsWith("… (7,900,001 characters)"));
        assertThat(report.differences()).allSatisfy(difference -> assertThat(difference.config().items())
                .singleElement()
                .extracting(ConfigChange::key, ConfigChange::differsInHiddenPart)
                .containsExactly("a", true));
    }

    @Test
    void everyStringOfAConfigIsCut() throws IllegalAccessException {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("a", "x"))
                .history("RUN " + LONG)
                .emptyHistory("CMD " + LONG)
                .config(c -> c.env(LONG + "=" + LONG, "A=" + LONG)
                        .label("k".repeat(40_000), LONG)
                        .entrypoint(LONG, LONG)
                        .cmd("a", LONG, LONG)
                        .user(LONG))
                .inspect();
        assertThat(HeldTexts.of(inspection.image())).contains("1,000,000 characters", "40,000 characters")
                .hasSizeLessThan(TextBounds.MASKED);
    }

    @Test
    void allStringsOfAConfigTogetherAreBounded() {
        DrawnImage image = DrawnImage.anImage().layer(l -> l.file("a", "x"));
        image.config(c -> {
            for (int i = 0; i < 5_000; i++) {
                c.label("key" + i, "v".repeat(1_000) + i);
            }
            c.with("OnBuild", Collections.nCopies(5_000, "RUN " + "o".repeat(1_000)));
        });
        ImageConfig config = image.inspect().image().config();
        assertThat(config.container().labels()).hasSize(5_000);
        assertThat(config.container().labels().values().stream().mapToInt(String::length).sum())
                .isLessThan(MEGABYTE);
        assertThat(config.container().onBuild().stream().mapToInt(String::length).sum()).isLessThan(2 * MEGABYTE);
    }

    @Test
    void itemsBeyondTheBoundAreCounted() {
        Inspection few = labelled(TextBounds.ITEMS + 5, "");
        Inspection others = labelled(TextBounds.ITEMS + 5, "other");
        assertThat(few.image().config().container().labels()).hasSize(TextBounds.ITEMS + 1)
                .containsEntry("… (5 more)", "");
        assertThat(ComparisonReport.of(new Comparison(List.of(few, others))).differences().getFirst().config().items())
                .extracting(ConfigChange::key, ConfigChange::differsInHiddenPart)
                .containsExactly(tuple("… (5 more)", true));
    }

    private static Inspection labelled(int count, String lastValue) {
        return DrawnImage.anImage().layer(l -> l.file("a", "x")).config(c -> {
            for (int i = 0; i < count; i++) {
                c.label("key%06d".formatted(i), i == count - 1 ? lastValue : "");
            }
        }).inspect();
    }

    @Test
    void everyNameOfSoftwareIsCut() throws IllegalAccessException {
        Digest digest = Digest.sha256Of(new byte[0]);
        List<Installed> installed = List.of(new OsPackage("dpkg", LONG, LONG, LONG, LONG, LONG, 1L, "db", 0),
                new LanguagePackage("npm", LONG, LONG, LONG, 0),
                new Jar(LONG, LONG, LONG, LONG, Jar.Evidence.MANIFEST, Jar.Certainty.INFERRED, 1, digest, 0, null,
                        List.of(new ShadedLibrary(LONG, LONG, LONG)), Licenses.NONE),
                new JavaRuntime("jvm",
                        new JavaBuild(JavaProduct.UNKNOWN, LONG, LONG, LONG, LONG, JavaVm.UNKNOWN, null),
                        List.of(LONG), 0, JavaRuntime.Kind.JDK, LONG, null, null));
        SoftwareReading cut = SoftwareTexts.cut(new SoftwareReading(installed, List.of(),
                List.of(new Unread(Unread.Subject.JAR, LONG, LONG, 0))));
        assertThat(cut.installed()).hasSize(4);
        assertThat(HeldTexts.of(cut)).contains("1,000,000 characters, sha256:").hasSizeLessThan(50_000);
        assertThat(HeldTexts.of(SoftwareTexts
                .cut(new SystemFiles(new OsRelease(LONG, LONG, LONG, LONG),
                        new Accounts(List.of(), List.of(), List.of()),
                        Map.of()))))
                .hasSizeLessThan(5_000);
    }

    @Test
    void packagesThatDifferAfterTheCutDiffer() {
        ComparisonReport report = ComparisonReport
                .of(new Comparison(List.of(withVersion(LONG.strip() + "1"), withVersion(LONG.strip() + "2"))));
        assertThat(report.differences().getFirst().packages().modified()).isOne();
        assertThat(JsonText.of(report)).hasSizeLessThan(MEGABYTE);
        assertThat(report.images()).extracting(BoundedTextsTests::version).doesNotHaveDuplicates();
    }

    private static Inspection withVersion(String version) {
        String status = "Package: a\nStatus: install ok installed\nArchitecture: all\nVersion: "
                + version.replace(" ", "").substring(version.length() / 5 * 4 - 60_000) + "\n\n";
        return DrawnImage.anImage().layer(l -> l.file("var/lib/dpkg/status", status)).inspect();
    }

    private static String version(ImageReport image) {
        return image.contents().packages().items().getFirst().version();
    }
}
