package dev.tare.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Layer;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(60)
class LayerReadingTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Way.class)
    void aReaderMayIgnoreOrCloseTheTar(Way way) {
        ImageBuilder image = anApp();
        ImageContents<String> contents = way.open(image.ociLayout(), this.folder).read((layer, tar, budget) -> {
            tar.read();
            tar.close();
            return layer;
        }, TarPaths.budget());
        assertThat(contents.image().layers()).extracting(Layer::tarSize)
                .containsExactlyElementsOf(image.layerTars().stream().map(tar -> (long) tar.length).toList());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aReaderReceivesTheEntryAsTheNameOfTheLayer(Way way) {
        ImageBuilder image = anApp();
        assertThat(way.open(image.ociLayout(), this.folder)
                .read((layer, tar, budget) -> layer, TarPaths.budget())
                .layers())
                .allMatch(layer -> image.ociLayout().files().containsKey(layer));
    }

    /** A layer takes much less time than allowed. So does finding the layers. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void readCountsTheTimeOfAllLayersOnOneClock(Way way) {
        ImageSource source = way.open(threeLayers().ociLayout(), this.folder);
        AtomicLong now = new AtomicLong();
        ImageBudget budget = budgetOfOneSecond(now);
        now.addAndGet(Duration.ofMillis(300).toNanos());
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> source.read((layer, tar, ofLayer) -> {
            now.addAndGet(Duration.ofMillis(300).toNanos());
            return layer;
        }, budget)).satisfies(ex -> assertThat(ex.limit()).isEqualTo("time"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readOfLayersThatTakeLessThanTheTimeTogetherReadsThem(Way way) {
        AtomicLong now = new AtomicLong();
        assertThat(way.open(threeLayers().ociLayout(), this.folder).read((layer, tar, ofLayer) -> {
            now.addAndGet(Duration.ofMillis(300).toNanos());
            return layer;
        }, budgetOfOneSecond(now)).layers()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whenAReaderCannotReadThrowsException(Way way) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> way.open(anApp().ociLayout(), this.folder).read((layer, tar, budget) -> {
                    throw new IOException("The disk is gone");
                }, TarPaths.budget()))
                .withMessage("\"given.tar\" cannot be read: The disk is gone");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whenAReaderFailsThrowsItsException(Way way) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> way.open(anApp().ociLayout(), this.folder).read((layer, tar, budget) -> {
                    throw new IllegalArgumentException("A bug");
                }, TarPaths.budget()))
                .withMessage("A bug");
    }

    @Test
    void aFailureEndsTheOtherLayersAndTheirThreads() throws Exception {
        CountDownLatch endless = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Set<Thread> before = threads();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Way.FILE.open(anApp().ociLayout(), this.folder).read((layer, tar, budget) -> {
                    if (first.getAndSet(false)) {
                        throw new IllegalArgumentException("The first");
                    }
                    await(endless);
                    return layer;
                }, TarPaths.budget()))
                .withMessage("The first");
        assertThatNewOnesEnd(before);
    }

    /** With more processors than layers, another thread reads ahead. */
    @ParameterizedTest
    @EnumSource(value = Way.class, names = { "FILE", "FOLDER" })
    void aFailureInTheMiddleOfTheOnlyLayerEndsItsThreads(Way way) throws InterruptedException {
        Set<Thread> before = threads();
        ImageBuilder image = anImage("app:1").layer(layer -> layer.file("a", new byte[50_000_000]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> way.open(image.ociLayout(), this.folder).read((layer, tar, budget) -> {
                    tar.skipNBytes(1_000_000);
                    throw new IllegalArgumentException("In the middle");
                }, TarPaths.budget()))
                .withMessage("In the middle");
        assertThatNewOnesEnd(before);
    }

    @Test
    void anInterruptEndsReadingInParallel() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch endless = new CountDownLatch(1);
        Set<Thread> before = threads();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread caller = Thread.ofPlatform()
                .start(() -> assertThatExceptionOfType(UncheckedIOException.class)
                        .isThrownBy(() -> Way.FILE.open(anApp().ociLayout(), this.folder).read((layer, tar, budget) -> {
                            begun.countDown();
                            await(endless);
                            return layer;
                        }, TarPaths.budget()))
                        .satisfies(ex -> interrupted.set(Thread.currentThread().isInterrupted()))
                        .withCauseInstanceOf(InterruptedIOException.class));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join();
        assertThat(interrupted).isTrue();
        assertThatNewOnesEnd(before);
    }

    @Test
    void anInterruptEndsReadingAStream() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(
                        () -> Way.STREAM.open(anApp().ociLayout(), this.folder).read(new TarPaths(), TarPaths.budget()))
                .withCauseInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void failedReadsLeaveNoFileOpen() {
        byte[] damaged = anApp().ociLayout().files().get("index.json");
        damaged[5] ^= 1;
        readAndFail(damaged);
        long before = openFiles();
        for (int i = 0; i < 100; i++) {
            readAndFail(damaged);
        }
        assertThat(openFiles()).isLessThan(before + 20);
    }

    private void readAndFail(byte[] index) {
        Path file = anApp().ociLayout().file("index.json", index).writeTar(this.folder.resolve("damaged.tar"));
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(
                () -> ArchiveSources.open(file, ImageSelection.ONLY, Limits.DEFAULTS)
                        .read(this::fail, TarPaths.budget()));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> Way.FILE.open(anApp().ociLayout(), this.folder).read(this::fail, TarPaths.budget()));
    }

    private String fail(String layer, InputStream tar, ImageBudget budget) {
        throw new IllegalArgumentException(layer);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException ex) {
            throw new InterruptedIOException();
        }
    }

    /** A pool reports its end shortly before the end of its last thread. */
    private static void assertThatNewOnesEnd(Set<Thread> before) throws InterruptedException {
        for (Thread thread : threads()) {
            assertThat(before.contains(thread) || thread.join(Duration.ofSeconds(30))).as(thread.getName()).isTrue();
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> thread.getName().startsWith("layers-"))
                .collect(Collectors.toSet());
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    private static ImageBuilder anApp() {
        return anImage("app:1").layer(layer -> layer.file("a", new byte[500_000]))
                .layer(layer -> layer.file("b", new byte[600_000]));
    }

    private static ImageBudget budgetOfOneSecond(AtomicLong now) {
        Limits limits = Limits.DEFAULTS.with("time", 1000);
        return new ImageBudget(limits, Deadline.of(limits, now::get));
    }

    private static ImageBuilder threeLayers() {
        return anImage("app:1").layer(layer -> layer.file("a", "1"))
                .layer(layer -> layer.file("b", "2"))
                .layer(layer -> layer.file("c", "3"));
    }
}
