package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Collected;
import dev.tare.content.Collector;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.StreamCollector;
import dev.tare.content.Unread.Subject;
import dev.tare.content.reader.ContentReader;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CollectorSetTests {

    @Test
    void collectPassesTheWholeContentToEachCollectorThatWantsTheFile() throws IOException {
        CollectorSet collectors = of(reader("one", new Reading("a", 2)), reader("two", new Reading("a", 100)),
                reader("three", new Reading("b", 100)));
        assertThat(collect(collectors, "a", "content")).containsExactly(new Collected("one", new Text("co")),
                new Collected("two", new Text("content")));
        assertThat(collect(collectors, "b", "other")).containsExactly(new Collected("three", new Text("other")));
        assertThat(collect(collectors, "c", "none")).isEmpty();
    }

    @Test
    void fileOfOneCollectorIsNotBuffered() throws IOException {
        InputStream content = stream("content");
        of(reader("one", new Reading("a", 2))).collect(file("a", 7), content);
        assertThat(content.readAllBytes()).hasSize(5);
    }

    @Test
    void collectWhenTheFileIsTooLargeToBufferReadsItForTheFirstCollectorOnly() throws IOException {
        CollectorSet collectors = of(reader("one", new Reading("a", 2)), reader("two", new Reading("a", 100)));
        List<Collected> collected =
                collectors.collect(file("a", CollectorSet.MAX_SHARED + 1L), stream("content"));
        assertThat(collected.getFirst()).isEqualTo(new Collected("one", new Text("co")));
        assertThat(collected.subList(1, collected.size())).singleElement().satisfies(two -> {
            assertThat(two.reader()).isEqualTo("two");
            assertThat(two.finding()).isInstanceOfSatisfying(NotRead.class, unread -> {
                assertThat(unread.subject()).isEqualTo(Subject.JAR);
                assertThat(unread.because()).containsSubsequence("1 MiB", "as one", "not as two");
            });
        });
    }

    @Test
    void anyNumberOfCollectorsObserveAFile() {
        CollectorSet collectors = of(reader("one", new Observing("a")), reader("two", new Observing("a")),
                reader("three", new Observing("b")));
        List<CollectorSet.Observed> observed = collectors.observe(file("a", 1));
        observed.forEach(one -> one.observation().update(new byte[] { 'x', 'y' }, 1, 1));
        assertThat(observed).flatExtracting(CollectorSet.Observed::finish)
                .extracting(Collected::reader, Collected::finding)
                .containsExactly(tuple("one", new Text("y")), tuple("two", new Text("y")));
        assertThat(collectors.observe(file("c", 1))).isEmpty();
    }

    /** The release file of a Java runtime may be a script too. */
    @Test
    void executableOfAnEcosystemCanBeAScriptToo() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("opt/java/release", "#!/bin/sh\nJAVA_VERSION=25\n", 0755))
                .inspect();
        assertThat(inspection.system().scripts()).containsExactly(Map.entry("opt/java/release", "/bin/sh"));
        assertThat(inspection.software().javaRuntimes()).hasSize(1);
    }

    private static CollectorSet of(ContentReader<?>... readers) {
        return CollectorSet.of(List.of(readers), Limits.DEFAULTS, Deadline.of(Limits.DEFAULTS));
    }

    private static ContentReader<String> reader(String id, Collector collector) {
        return new ContentReader<>() {

            @Override
            public String id() {
                return id;
            }

            @Override
            public List<Collector> collectors(Limits limits, Deadline deadline) {
                return List.of(collector);
            }

            @Override
            public List<Class<? extends Finding>> findings() {
                return List.of();
            }

            @Override
            public String read(VisibleFindings findings) {
                return "";
            }
        };
    }

    private static List<Collected> collect(CollectorSet collectors, String path, String content) throws IOException {
        return collectors.collect(file(path, content.length()), stream(content));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII));
    }

    private static TarEntry file(String path, long size) {
        return new TarEntry(path, EntryType.FILE, size, 0644, 0, 0, Instant.EPOCH, null, Map.of(), null);
    }

    private record Text(String text) implements Finding {

        @Override
        public long length() {
            return this.text.length();
        }
    }

    private record Reading(String path, int count) implements ContentCollector {

        @Override
        public Subject subject() {
            return Subject.JAR;
        }

        @Override
        public boolean wants(TarEntry file) {
            return file.path().equals(this.path);
        }

        @Override
        public Finding collect(TarEntry file, InputStream content) throws IOException {
            return new Text(new String(content.readNBytes(this.count), StandardCharsets.US_ASCII));
        }
    }

    private record Observing(String path) implements StreamCollector {

        @Override
        public boolean wants(TarEntry file) {
            return file.path().equals(this.path);
        }

        @Override
        public Observation observe(TarEntry file) {
            List<String> seen = new ArrayList<>();
            return new Observation() {

                @Override
                public void update(byte[] bytes, int offset, int length) {
                    seen.add(new String(bytes, offset, length, StandardCharsets.US_ASCII));
                }

                @Override
                public @Nullable Finding finish() {
                    return new Text(String.join("", seen));
                }
            };
        }
    }
}
