package dev.tare.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.JarBuilder;
import dev.tare.policy.Figure;
import dev.tare.policy.Measure;
import dev.tare.policy.RecordedFigures;
import dev.tare.policy.file.RecordedReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

/** Judges small images by the requirements of Tare's own images. */
class ImageGateTests {

    @TempDir
    private Path folder;

    private Path base;

    private Path before;

    @BeforeEach
    void writeArchives() throws IOException {
        this.base = write("base", anImage("base:1").layer(layer -> layer.file("etc/base", "base")));
        this.before = application("before", 100_000, 100_000);
    }

    @ParameterizedTest
    @EnumSource
    void growthOfFivePercentIsAllowed(Flavour flavour) throws IOException {
        assertThat(judge(flavour, application("after", 104_000, 104_000))).doesNotContain("5% fails")
                .contains("Requirements that are not kept");
    }

    @ParameterizedTest
    @EnumSource
    void librariesThatGrowMoreFail(Flavour flavour) throws IOException {
        assertThat(judge(flavour, application("after", 107_000, 100_000)))
                .contains("max-breakdown-growth Libraries: Java libraries 5% fails")
                .doesNotContain("max-application-growth 5% fails");
    }

    @ParameterizedTest
    @EnumSource
    void cacheThatGrowsMoreFails(Flavour flavour) throws IOException {
        assertThat(judge(flavour, application("after", 100_000, 107_000)))
                .contains("max-breakdown-growth Application: AOT and CDS caches 5% fails")
                .doesNotContain("max-application-growth 5% fails");
    }

    @ParameterizedTest
    @EnumSource
    void applicationThatGrowsMoreFails(Flavour flavour) throws IOException {
        assertThat(judge(flavour, application("after", 107_000, 107_000)))
                .contains("max-application-growth 5% fails", "layer 1", "file /app/tare.aot");
    }

    @ParameterizedTest
    @EnumSource
    void testLibraryInAnImageFails(Flavour flavour) throws IOException {
        Path archive = write("junit", anImage("app:1").layer(layer -> layer.file("app/junit.jar",
                new JarBuilder().pom("org.junit.jupiter", "junit-jupiter-api", "6.0.0").toJar())));
        assertThat(new ImageGate(flavour, this.folder).judge(archive).text())
                .contains("forbidden-package org.junit*:* fails");
    }

    /** A part of a report is enough for the requirements. */
    @ParameterizedTest
    @EnumSource
    void baselineIsSmallAndHasTheFiguresThatLimitGrowth(Flavour flavour) throws IOException {
        Path file = new ImageGate(flavour, this.folder).baseline();
        RecordedFigures baseline = RecordedReport.read(file.toString(), Files.readAllBytes(file));
        assertThat(file).satisfies(path -> assertThat(Files.size(path)).isLessThan(6_000));
        assertThat(baseline.name()).isEqualTo("tare:" + flavour);
        assertThat(baseline.of(Measure.APPLICATION)).isInstanceOf(Figure.Known.class);
        assertThat(baseline.breakdown("Libraries: Java libraries")).isInstanceOf(Figure.Known.class);
        assertThat(baseline.breakdown("Application: AOT and CDS caches")).isInstanceOf(Figure.Known.class);
    }

    private String judge(Flavour flavour, Path after) throws IOException {
        ImageGate gate = new ImageGate(flavour, this.folder);
        String baseline = gate.record(this.before, "--base", this.base.toString());
        return gate.judge(after, requirements -> requirements, _ -> baseline, "--base", this.base.toString()).text();
    }

    /** Two files of these sizes above the base image. */
    private Path application(String name, int libraries, int cache) throws IOException {
        byte[] jar = new JarBuilder().pom("org.example", "app", "1.0").stored("data", new byte[libraries]).toJar();
        return write(name, anImage("app:1").layer(layer -> layer.file("etc/base", "base"))
                .layer(layer -> layer.file("app/libs/app.jar", jar).file("app/tare.aot", new byte[cache])));
    }

    private Path write(String name, ImageBuilder image) throws IOException {
        return Files.write(this.folder.resolve(name + ".tar"), image.asDockerArchive());
    }

}
