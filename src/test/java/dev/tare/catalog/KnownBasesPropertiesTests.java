package dev.tare.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tare.comparison.ComparedImage;
import dev.tare.comparison.Comparison;
import dev.tare.image.DiffId;
import dev.tare.image.InvalidBasesException;
import dev.tare.image.KnownBase;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.base.BasesFile;
import dev.tare.inspection.base.KnownBases;
import dev.tare.limits.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static dev.tare.fixture.InspectionBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KnownBasesPropertiesTests {

    private static final Inspection APP = image("app:1").layer("a").layer("b").build();

    @TempDir
    private Path folder;

    @Test
    void comparisonsOfTheServiceUseTheKnownBases() throws Exception {
        DiffId lowest = APP.image().config().diffIds().getFirst();
        Path file = Files.writeString(this.folder.resolve("bases.json"), BasesFile
                .write(List.of(new KnownBase("https://me:s3cret@registry/java", null, null, null, List.of(lowest)))));
        Comparison comparison = compare(new KnownBasesProperties(file.toString(), true).read());
        assertThat(comparison.bases()).extracting(BaseImage::grade).containsOnly(BaseGrade.VERIFIED);
        assertThat(comparison.bases()).extracting(BaseImage::evidence).noneMatch(text -> text.contains("s3cret"));
        assertThat(comparison.images()).extracting(one -> one.base().grade()).containsOnly(BaseGrade.UNKNOWN);
        assertThat(comparison.graded()).extracting(one -> one.base().grade()).containsOnly(BaseGrade.VERIFIED);
    }

    @Test
    void withoutAFileNoBaseIsKnown() {
        assertThat(new KnownBasesProperties("", true).read()).isEqualTo(KnownBases.NONE);
        assertThat(compare(KnownBases.NONE).bases()).extracting(BaseImage::grade).containsOnly(BaseGrade.UNKNOWN);
    }

    @Test
    void invalidFileEndsTheStartWithItsReason() throws Exception {
        Path file = Files.writeString(this.folder.resolve("bases.json"), "{}");
        assertThatExceptionOfType(InvalidBasesException.class)
                .isThrownBy(() -> new KnownBasesProperties(file.toString(), true).read())
                .satisfies(problem -> {
                    FailureAnalysis analysis = new InvalidBasesFailureAnalyzer().analyze(problem);
                    assertThat(analysis).isNotNull();
                    assertThat(analysis.getDescription()).contains("bases.json", "\"bases\"");
                    assertThat(analysis.getAction()).contains("tare.bases");
                });
    }

    private static Comparison compare(KnownBases bases) {
        return new InspectionService(Limits.DEFAULTS, new Inspector(Limits.DEFAULTS, new LayerCache(1)), bases,
                new SimpleMeterRegistry())
                .compare(List.of(new ComparedImage(APP, "a", null), new ComparedImage(APP, "b", null)));
    }
}
