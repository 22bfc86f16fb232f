package dev.tare.job;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.RequestQueue;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.catalog.TestQueues;
import dev.tare.catalog.TestServices;
import dev.tare.catalog.TooBusyException;
import dev.tare.comparison.ComparedImage;
import dev.tare.engine.Engines;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import dev.tare.inspection.Inspection;
import dev.tare.job.Job.Status;
import dev.tare.job.Job.Step;
import dev.tare.limits.ByteSize;
import dev.tare.limits.RequestBudget;
import dev.tare.policy.Policy;
import dev.tare.registry.Registries;
import dev.tare.source.Progress;
import dev.tare.source.Progress.Phase;
import dev.tare.source.open.NamedImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class MemoryJobsTests {

    private final MemoryRegistry registry = new MemoryRegistry();

    private final CountDownLatch open = new CountDownLatch(1);

    private final AtomicInteger stalling = new AtomicInteger();

    private final RequestQueue queue = TestQueues.inspections(2);

    private final Catalog catalog = TestServices.catalog("1MiB");

    private final String first = this.registry.push("shop", "1", image("1"));

    private final String second = this.registry.push("shop", "2", image("2"));

    private MemoryJobs jobs = jobs(usual());

    @AfterEach
    void close() {
        this.open.countDown();
        this.jobs.close();
        this.registry.close();
    }

    @Test
    void imagesAreCompared() {
        Job job = ended(create("a", this.first, this.second));
        assertThat(job.status()).isEqualTo(Status.DONE);
        assertThat(job.comparison()).isNotNull();
        assertThat(this.catalog.find(job.comparison())).isNotNull();
        assertThat(job.images()).extracting(Job.Image::text).containsExactly(this.first, this.second);
        assertThat(job.images()).allSatisfy(image -> {
            assertThat(image.step()).isEqualTo(Step.DONE);
            assertThat(image.progress().layersDone()).isEqualTo(2);
        });
        assertThat(job.images().get(1).progress().layersKnown()).isEqualTo(1);
    }

    @Test
    void manifestsAreRequestedOnceAlsoForAnImageThatIsNamedTwice() {
        assertThat(ended(create("a", this.first, this.second, this.first)).status()).isEqualTo(Status.DONE);
        assertThat(this.registry.requests()).extracting(Request::path)
                .filteredOn(path -> path.endsWith("/manifests/1") || path.endsWith("/manifests/2"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void identifiersAreRandom() {
        String one = create("a", this.first, this.second).id();
        String two = create("a", this.first, this.second).id();
        assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(two);
        assertThat(this.jobs.find("0".repeat(32))).isNull();
    }

    @Test
    void eachImageHasItsOwnProblem() {
        Job job = ended(create("a", this.registry.host() + "/shop:gone", this.second,
                this.registry.host() + "/other:1"));
        assertThat(job.status()).isEqualTo(Status.FAILED);
        assertThat(job.comparison()).isNull();
        assertThat(job.images()).extracting(Job.Image::step)
                .containsExactly(Step.FAILED, Step.DONE, Step.FAILED);
        assertThat(job.images().getFirst().problem()).satisfies(problem -> assertThat(problem.message())
                .contains(this.registry.host(), "shop", "404"));
    }

    @Test
    void progressIsVisibleWhileTheRegistrySends() {
        hold();
        String id = create("a", this.first, this.second).id();
        await().until(() -> image(id, 0).progress().phase() == Phase.READING
                && image(id, 0).progress().bytesRead() > 0);
        assertThat(find(id).status()).isEqualTo(Status.RUNNING);
        assertThat(image(id, 0).progress().layers()).isEqualTo(2);
        assertThat(image(id, 0).progress().bytes()).isGreaterThan(image(id, 0).progress().bytesRead());
        assertThat(image(id, 1).step()).isEqualTo(Step.WAITING);
        this.open.countDown();
        assertThat(ended(find(id)).status()).isEqualTo(Status.DONE);
    }

    @Test
    void cancelClosesTheConnections() {
        AtomicBoolean closed = new AtomicBoolean();
        this.registry.pace((digest, content, out) -> {
            try {
                out.write(content, 0, content.length / 2);
                for (int i = 0; i < 1000; i++) {
                    // The end of the connection is noticed only while sending. The last byte keeps the blob incomplete.
                    out.flush();
                    trickle(out, content, i);
                }
            } catch (IOException ex) {
                closed.set(true);
                throw ex;
            }
        });
        String id = create("a", this.first, this.second).id();
        await().until(() -> image(id, 0).progress().bytesRead() > 0);
        this.jobs.cancel(id);
        assertThat(find(id).status()).isEqualTo(Status.CANCELLED);
        await().untilTrue(closed);
        assertThat(find(id).images()).extracting(Job.Image::step).containsOnly(Step.SKIPPED);
        this.registry.pace((_, content, out) -> out.write(content));
        assertThat(ended(create("a", this.first, this.second)).status()).isEqualTo(Status.DONE);
    }

    @Test
    void cancelledJobThatWaitsNeverRuns() {
        hold();
        this.jobs = jobs(properties -> with(properties, 1, 4, 10));
        create("a", this.first, this.second);
        String waiting = create("b", this.first, this.second).id();
        this.jobs.cancel(waiting);
        assertThat(find(waiting).status()).isEqualTo(Status.CANCELLED);
        this.jobs.cancel(waiting);
    }

    @Test
    void jobsBeyondTheBoundAreRejected() {
        hold();
        this.jobs = jobs(properties -> with(properties, 2, 2, 10));
        create("a", this.first, this.second);
        create("a", this.first, this.second);
        assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> create("a", this.first, this.second))
                .withMessageContaining("your");
        create("b", this.first, this.second);
        create("b", this.first, this.second);
        assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> create("c", this.first, this.second))
                .withMessageContaining("other");
    }

    @Test
    void clientWithoutRunningJobComesBeforeOthers() {
        hold();
        this.jobs = jobs(properties -> with(properties, 2, 8, 10));
        String running = create("a", this.first, this.second).id();
        String later = create("a", this.first, this.second).id();
        String latest = create("a", this.first, this.second).id();
        String other = create("b", this.first, this.second).id();
        await().until(() -> find(running).status() == Status.RUNNING && find(other).status() == Status.RUNNING);
        assertThat(find(later).status()).isEqualTo(Status.WAITING);
        assertThat(find(latest).position()).isEqualTo(1);
        this.open.countDown();
        for (String id : List.of(running, later, latest, other)) {
            assertThat(ended(find(id)).status()).isEqualTo(Status.DONE);
        }
    }

    @Test
    void stalledRegistryDoesNotKeepRequestsOfOthersWaiting() {
        hold();
        List<String> ids = IntStream.range(0, 8)
                .mapToObj(i -> create(i % 2 == 0 ? "a" : "b", this.first, this.second).id())
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ids.stream().allMatch(id -> find(id).status() == Status.RUNNING));
        try (Turn turn = this.queue.enter("c")) {
            turn.resume();
        }
    }

    @Test
    void stalledJobsOfAClientLeaveAConnectionToOthers() throws IOException {
        holdLarge();
        for (int i = 0; i < 4; i++) {
            String stalled = this.registry.push("shop", "stalled" + i, imageOfSize("stalled" + i, 20_000));
            create("a", stalled, this.first);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> this.stalling.get() >= 3);
        assertThat(ended(create("b", this.first, this.second)).status()).isEqualTo(Status.DONE);
    }

    @Test
    void jobOfAStalledRegistryEndsAtItsDeadline() {
        hold();
        this.jobs = jobs(properties -> new JobProperties(2, 2, 10, Duration.ofHours(1), Duration.ofMillis(600),
                Duration.ofMinutes(1), ByteSize.parse("1B"), 8));
        Job job = ended(create("a", this.first, this.second));
        assertThat(job.status()).isEqualTo(Status.FAILED);
        assertThat(job.problem()).contains("tare.jobs.time");
    }

    @Test
    void jobOfASlowRegistryEndsAfterTheGracePeriod() {
        this.registry.pace((_, content, out) -> {
            for (int i = 0; i < content.length; i++) {
                trickle(out, content, i);
            }
        });
        this.jobs = jobs(properties -> new JobProperties(2, 2, 10, Duration.ofHours(1), Duration.ofMinutes(5),
                Duration.ofMillis(300), ByteSize.parse("1MiB"), 8));
        Job job = ended(create("a", this.first, this.second));
        assertThat(job.status()).isEqualTo(Status.FAILED);
        assertThat(job.problem()).contains("tare.jobs.min-rate");
    }

    @Test
    void oldestEndedJobOfTheClientWithMostIsForgotten() {
        this.jobs = jobs(properties -> with(properties, 2, 2, 2));
        Job other = ended(create("b", this.first, this.second));
        Job oldest = ended(create("a", this.first, this.second));
        Job newer = ended(create("a", this.first, this.second));
        await().until(() -> this.jobs.find(oldest.id()) == null);
        assertThat(this.jobs.find(other.id())).isNotNull();
        assertThat(this.jobs.find(newer.id())).isNotNull();
    }

    @Test
    void endedJobIsForgottenAfterItsTime() {
        this.jobs = jobs(properties -> new JobProperties(2, 2, 10, Duration.ofMillis(1), Duration.ofMinutes(1),
                Duration.ofMinutes(1), ByteSize.parse("1B"), 8));
        String id = create("a", this.first, this.second).id();
        await().until(() -> this.jobs.find(id) == null);
    }

    @Test
    void imagesThatNeedTooMuchHeapFail() {
        this.jobs = new MemoryJobs(usual(), this.queue, TestServices.inspections(), TestServices.sizes(),
                TestServices.catalog("100B"))
                .start();
        Job job = ended(create("a", this.first, this.second));
        assertThat(job.status()).isEqualTo(Status.FAILED);
        assertThat(job.images()).anySatisfy(
                image -> assertThat(image.problem()).extracting(Job.Problem::rule).isEqualTo("limit-exceeded"));
    }

    @Test
    void imagesBesidesAProblemAreNotKept() throws IOException {
        String stalled = this.registry.push("shop", "stalled", imageOfSize("stalled", 20_000));
        long heap = inspect(this.first).heapSize();
        // The manifest and the config of the image that is read have fewer bytes. Each counts as 16.
        long documents = 16 * 900;
        RequestQueue single = TestQueues.inspections(1, heap / 2 + documents);
        holdLarge();
        this.jobs = new MemoryJobs(usual(), single, TestServices.inspections(), TestServices.sizes(),
                TestServices.catalog(heap + heap / 2 + "B")).start();
        String id = create("a", this.first, this.second, stalled).id();
        await().until(() -> image(id, 2).progress().bytesRead() > 0);
        assertThat(find(id).images()).extracting(Job.Image::step)
                .containsExactly(Step.DONE, Step.FAILED, Step.RUNNING);
        // The job loses its turn only if it holds less heap than this queue allows.
        try (Turn turn = single.enter("b")) {
            turn.resume();
        }
    }

    @Test
    void archivesAfterANameTakeTheRoomOfItsImage() {
        Inspection archive = inspect(this.second);
        long heap = archive.heapSize();
        this.jobs = new MemoryJobs(usual(), this.queue, TestServices.inspections(), TestServices.sizes(),
                TestServices.catalog(heap + heap / 2 + "B")).start();
        List<JobRequest.Input> inputs = new ArrayList<>(request(this.first).images());
        inputs.add(new JobRequest.Inspected(new ComparedImage(archive, "archive", null)));
        Job job = ended(this.jobs.create("a", new JobRequest(inputs, Policy.NONE)));
        assertThat(job.images()).extracting(Job.Image::step).containsExactly(Step.FAILED, Step.DONE);
    }

    @Test
    void jobWithoutAThreadKeepsNoPlace() {
        AtomicBoolean full = new AtomicBoolean(true);
        this.jobs = new MemoryJobs(with(usual(), 1, 8, 10), this.queue, TestServices.inspections(),
                TestServices.sizes(), this.catalog,
                work -> new Thread(work) {

                    @Override
                    public void start() {
                        if (full.get()) {
                            throw new OutOfMemoryError("no thread");
                        }
                        super.start();
                    }
                });
        assertThat(create("a", this.first, this.second).status()).isEqualTo(Status.FAILED);
        try (Turn turn = this.queue.enter("a")) {
            assertThatExceptionOfType(TooBusyException.class)
                    .isThrownBy(() -> this.jobs.proceed("a", request(this.first, this.second), turn));
        }
        full.set(false);
        assertThat(ended(create("a", this.first, this.second)).status()).isEqualTo(Status.DONE);
    }

    @Test
    void watchGoesOnWhenATimeIsTooLongForNanoseconds() {
        this.jobs = jobs(new JobProperties(2, 2, 10, Duration.ofMillis(600), Duration.ofDays(1_000_000),
                Duration.ofDays(1_000_000), ByteSize.parse("1B"), 8));
        Job done = ended(create("b", this.first, this.second));
        String third = this.registry.push("shop", "3", image("3"));
        hold();
        create("a", this.first, third);
        await().until(() -> this.jobs.find(done.id()) == null);
    }

    @Test
    void closeEndsRunningJobs() {
        hold();
        String id = create("a", this.first, this.second).id();
        await().until(() -> find(id).status() == Status.RUNNING);
        this.jobs.close();
        assertThat(find(id).status()).isEqualTo(Status.CANCELLED);
        assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> create("a", this.first, this.second));
    }

    @Test
    void turnOfARequestIsReturnedAtTheEnd() {
        RequestQueue single = TestQueues.inspections(1);
        this.jobs =
                new MemoryJobs(usual(), single, TestServices.inspections(), TestServices.sizes(), this.catalog).start();
        Turn turn = single.enter("a");
        turn.resume();
        Job job = this.jobs.proceed("a", request(this.first, this.second), turn);
        assertThat(ended(job).status()).isEqualTo(Status.DONE);
        try (Turn next = single.enter("b")) {
            next.resume();
        }
    }

    /** Writes the first half of each blob, and the rest once {@link #open} is. */
    private void hold() {
        this.registry.pace((_, content, out) -> stall(content, out));
    }

    /** Holds only blobs of more than 8,000 bytes. */
    private void holdLarge() {
        this.registry.pace((_, content, out) -> {
            if (content.length > 8_000) {
                stall(content, out);
            } else {
                out.write(content);
            }
        });
    }

    private void stall(byte[] content, OutputStream out) throws IOException {
        this.stalling.incrementAndGet();
        out.write(content, 0, content.length / 2);
        out.flush();
        try {
            this.open.await();
        } catch (InterruptedException ex) {
            throw new IOException(ex);
        }
        out.write(content, content.length / 2, content.length - content.length / 2);
    }

    private static void trickle(OutputStream out, byte[] content, int index) throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException ex) {
            throw new IOException(ex);
        }
        if (index < content.length / 2 - 1) {
            out.write(content, content.length / 2 + index, 1);
            out.flush();
        }
    }

    private static ImageBuilder image(String content) {
        return imageOfSize(content, 4_000);
    }

    private static ImageBuilder imageOfSize(String content, int size) {
        byte[] noise = new byte[size];
        new Random(content.hashCode()).nextBytes(noise);
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("etc/base", "base"))
                .layer(layer -> layer.file("app", noise).file("name", content));
    }

    private static JobProperties usual() {
        return with(new JobProperties(8, 8, 10, Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofMinutes(5),
                ByteSize.parse("1B"), 8), 8, 8, 10);
    }

    private static JobProperties with(JobProperties properties, int running, int waiting, int kept) {
        return new JobProperties(running, waiting, kept, properties.keptFor(), properties.time(), properties.grace(),
                properties.minRate(), properties.maxImages());
    }

    private MemoryJobs jobs(UnaryOperator<JobProperties> change) {
        return jobs(change.apply(usual()));
    }

    private MemoryJobs jobs(JobProperties properties) {
        return new MemoryJobs(properties, this.queue, TestServices.inspections(), TestServices.sizes(), this.catalog)
                .start();
    }

    private Job create(String client, String... images) {
        return this.jobs.create(client, request(images));
    }

    private static Inspection inspect(String image) {
        return TestServices.inspections()
                .inspect(new NamedImages(Registries.ofThisUser(), Engines.ofThisUser(), Set.of()).parse(image), null,
                        new RequestBudget(),
                        new Progress());
    }

    private static JobRequest request(String... images) {
        NamedImages sources = new NamedImages(Registries.ofThisUser(), Engines.ofThisUser(), Set.of());
        return new JobRequest(Arrays.stream(images)
                .map(image -> (JobRequest.Input) new JobRequest.Named(sources.parse(image), null, null))
                .toList(), Policy.NONE);
    }

    private Job find(String id) {
        Job job = this.jobs.find(id);
        assertThat(job).isNotNull();
        return job;
    }

    private Job.Image image(String id, int index) {
        return find(id).images().get(index);
    }

    private Job ended(Job job) {
        await().atMost(Duration.ofSeconds(20)).until(() -> find(job.id()).status().isEnd());
        return find(job.id());
    }
}
