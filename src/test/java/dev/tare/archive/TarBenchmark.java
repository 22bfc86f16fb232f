package dev.tare.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

import dev.tare.archive.tar.TarReader;
import dev.tare.bench.BenchFiles;
import dev.tare.fixture.Blob;
import dev.tare.image.Compression;
import dev.tare.limits.ImageBudget;
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

/** Measures the time to read 32 MB of a layer, as a tar and as gzip. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TarBenchmark {

    private static final int SIZE = 32_000_000;

    private static final int BUFFER = 64 * 1024;

    private byte[] tar = {};

    private byte[] smallFiles = {};

    private byte[] gzip = {};

    @Setup
    public void assemble() {
        BenchFiles files = new BenchFiles();
        this.tar = files.tar(SIZE);
        this.smallFiles = files.tarOfSmall(0, SIZE / 1024);
        this.gzip = Blob.compress(this.tar, Compression.GZIP);
    }

    @Benchmark
    public int walkTar() throws IOException {
        return walk(this.tar);
    }

    @Benchmark
    public int walkTarOfSmallFiles() throws IOException {
        return walk(this.smallFiles);
    }

    @Benchmark
    public long inflate() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = new Decompressor("layer", "benchmark", Limits.DEFAULTS)
                .open(new ByteArrayInputStream(this.gzip), Compression.GZIP)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
            }
        }
        return size;
    }

    private static int walk(byte[] tar) throws IOException {
        TarReader reader = TarReader.ofLayer(new ByteArrayInputStream(tar), "benchmark", Limits.DEFAULTS,
                new ImageBudget(Limits.DEFAULTS));
        int entries = 0;
        while (reader.next() != null) {
            entries++;
        }
        return entries;
    }
}
