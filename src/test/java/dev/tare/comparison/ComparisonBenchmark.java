package dev.tare.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.tare.comparison.file.FileDifference;
import dev.tare.comparison.file.FileMatrix;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the comparison of two images of 100,000 files. Every tenth file differs. The time to sort the paths of both
 * images shows the speed of the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ComparisonBenchmark {

    private static final int FILES = 100_000;

    private final Inspection from = image(0);

    private final Inspection to = image(1);

    private final Inspection moved = image(2);

    private final List<String> paths = new ArrayList<>();

    @Setup
    public void shufflePaths() {
        this.from.files().entries().forEach(entry -> this.paths.add(entry.path()));
        this.to.files().entries().forEach(entry -> this.paths.add(entry.path()));
        Collections.shuffle(this.paths, new Random(1));
    }

    @Benchmark
    public Object compareFiles() {
        return FileDifference.between(this.from.files(), this.to.files());
    }

    @Benchmark
    public Object compareFilesOfThreeImages() {
        return FileMatrix.of(List.of(this.from.files(), this.to.files(), this.moved.files()), 1_000);
    }

    @Benchmark
    public Object compareImages() {
        return Difference.between(this.from, this.to);
    }

    @Benchmark
    public Object compareImagesOfWhichAllFilesMoved() {
        return Difference.between(this.from, this.moved);
    }

    @Benchmark
    public Object sortPaths() {
        List<String> sorted = new ArrayList<>(this.paths);
        Collections.sort(sorted);
        return sorted;
    }

    /** @param version 0 and 1 differ in every tenth file; 2 has all files of 0 at other paths */
    private static Inspection image(int version) {
        InspectionBuilder image = InspectionBuilder.image("image-" + version).layer("layer-" + version);
        String folder = version == 2 ? "srv" : "opt";
        for (int i = 0; i < FILES; i++) {
            String content = (version == 1 && i % 10 == 0 ? "other-" : "") + i;
            image.file("%s/application/modules/folder-%05d/some-file-%07d.js".formatted(folder, i / 100, i), 1 + i % 7,
                    0644, content);
        }
        return image.build();
    }
}
