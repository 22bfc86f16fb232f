package dev.tare.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.fixture.RawServer.Responder;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Parts of blobs from servers that know ranges, ignore them or get them wrong. */
@Timeout(60)
class BlobPartsTests {

    private static final byte[] CONTENT = new byte[3 << 20];

    static {
        IntStream.range(0, CONTENT.length).forEach(i -> CONTENT[i] = (byte) (i * 31 + (i >> 8)));
    }

    private static final Descriptor BLOB =
            new Descriptor(MediaType.OCI_LAYER, Digest.sha256Of(CONTENT), CONTENT.length, Map.of(), null);

    private static final int OFFSET = 2_000_000;

    private static final int LENGTH = 1_000;

    private final AtomicInteger attempts = new AtomicInteger();

    private final Traffic traffic = new Traffic();

    private Responder responder = (_, out) -> partial(out, "%d-%d/%d".formatted(OFFSET, OFFSET + LENGTH - 1,
            CONTENT.length), LENGTH);

    private final RawServer server = RawServer.start((request, out) -> {
        this.attempts.incrementAndGet();
        this.responder.answer(request, out);
    });

    @AfterEach
    void stop() {
        this.server.close();
    }

    @Test
    void partIsRequestedAlone() {
        assertThat(part(OFFSET)).isEqualTo(Arrays.copyOfRange(CONTENT, OFFSET, OFFSET + LENGTH));
        assertThat(this.server.requests()).singleElement()
                .satisfies(request -> assertThat(request.headers().get("range")).isEqualTo("bytes=2000000-2000999"));
        assertThat(this.traffic.bytes()).isEqualTo(LENGTH);
        assertThat(this.traffic.requests()).isEqualTo(1);
    }

    @Test
    void serverThatIgnoresTheRangeIsReadToTheEndOfAnEarlyPart() {
        this.responder = (_, out) -> RawServer.answer(out, 200, CONTENT);
        assertThat(part(100)).isEqualTo(Arrays.copyOfRange(CONTENT, 100, 100 + LENGTH));
        assertThat(this.traffic.bytes()).isLessThanOrEqualTo(100 + LENGTH);
    }

    @Test
    void serverThatIgnoresTheRangeIsNotReadToALatePart() {
        this.responder = (_, out) -> RawServer.answer(out, 200, CONTENT);
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> part(OFFSET))
                .withMessageContaining("from its beginning")
                .withMessageContaining("Leave out --toc-only.")
                .withMessageContaining(String.valueOf(CONTENT.length));
        assertThat(this.attempts).hasValue(1);
        assertThat(this.traffic.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0-999/3145728", "2000001-2001000/3145728", "2000000-2000999/9", "x" })
    void otherRangeIsAnError(String range) {
        this.responder = (_, out) -> partial(out, range, LENGTH);
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> part(OFFSET))
                .withMessageContaining("a part of the blob " + BLOB.digest());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 999, 1001, 500_000 })
    void bodyOfAnotherLengthIsRequestedAgainAndThenAnError(int length) {
        this.responder = (_, out) -> partial(out, "2000000-2000999/3145728", length);
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> part(OFFSET))
                .withMessageContaining("the part should have 1000 bytes");
        assertThat(this.attempts).hasValue(4);
        assertThat(this.traffic.bytes()).isLessThanOrEqualTo(4 * (LENGTH + 1));
    }

    @Test
    void temporaryFailureIsTriedAgain() {
        Responder good = this.responder;
        this.responder = (request, out) -> {
            if (this.attempts.get() == 1) {
                RawServer.answer(out, 503, "");
            } else {
                good.answer(request, out);
            }
        };
        assertThat(part(OFFSET)).hasSize(LENGTH);
    }

    @Test
    void unsatisfiableRangeIsAnError() {
        this.responder = (_, out) -> RawServer.answer(out, 416, "");
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> part(OFFSET)).withMessageContaining("416");
    }

    @Test
    void nextPlaceAnswersIfAMirrorHasNoPart(@TempDir Path folder) throws IOException {
        try (RawServer mirror = RawServer.start((_, out) -> RawServer.answer(out, 404, ""))) {
            Path file = Files.writeString(folder.resolve("registries.json"),
                    "{\"registries\": {\"%s\": {\"mirrors\": [\"%s\"]}}}".formatted(this.server.host(),
                            mirror.host()));
            try (Repository repository = Registries.ofThisUser(() -> file)
                    .client(ImageReference.parse(this.server.host() + "/team/app"), Deadline.of(Limits.DEFAULTS))) {
                assertThat(repository.part(BLOB, OFFSET, LENGTH)).hasSize(LENGTH);
            }
            assertThat(mirror.requests()).extracting(Request::path).singleElement().asString().contains("/blobs/");
        }
    }

    private byte[] part(long offset) {
        try (Repository repository = ImpatientRegistries.withLoginFor("other.example.com")
                .client(ImageReference.parse(this.server.host() + "/team/app"), Deadline.of(Limits.DEFAULTS),
                        this.traffic)) {
            return repository.part(BLOB, offset, LENGTH);
        }
    }

    private static void partial(OutputStream out, String range, int length) throws IOException {
        RawServer.answer(out, 206, Arrays.copyOfRange(CONTENT, OFFSET, OFFSET + length),
                "Content-Range: bytes " + range);
    }
}
