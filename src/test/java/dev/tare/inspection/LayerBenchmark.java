package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.tare.archive.LayerStream;
import dev.tare.bench.BenchFiles;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.merge.LayerMerger;
import dev.tare.fixture.Blob;
import dev.tare.image.Compression;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
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

/** Measures the pass over a gzip layer of 32 MB, and the merge of two layers of 50,000 files. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LayerBenchmark {

    private static final int SIZE = 32_000_000;

    private static final int FILES = 50_000;

    private byte[] gzip = {};

    private List<LayerScan> scans = List.of();

    @Setup
    public void assemble() throws IOException {
        BenchFiles files = new BenchFiles();
        this.gzip = Blob.compress(files.tar(SIZE), Compression.GZIP);
        this.scans = List.of(scan(files.tarOfSmall(0, FILES)), scan(files.tarOfSmall(FILES / 2, FILES + FILES / 2)));
    }

    @Benchmark
    public Object scanLayer() throws IOException {
        return scan(this.gzip);
    }

    @Benchmark
    public Object mergeLayers() {
        return LayerMerger.merge(this.scans, new Budget(Limit.IMAGE_ENTRIES, Limits.DEFAULTS),
                Deadline.of(Limits.DEFAULTS));
    }

    private static LayerScan scan(byte[] blob) throws IOException {
        ImageBudget budget = new ImageBudget(Limits.DEFAULTS);
        try (LayerStream stream = LayerStream.open("benchmark", new ByteArrayInputStream(blob), Limits.DEFAULTS,
                budget)) {
            LayerScan scan = new LayerScanner(Limits.DEFAULTS,
                    Inspector.collectors(Limits.DEFAULTS, Deadline.of(Limits.DEFAULTS))).read("benchmark",
                            stream.tar(), budget);
            stream.finish();
            return scan;
        }
    }
}
