package dev.tare.source;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.tare.image.Digest;
import dev.tare.image.ImageConfig;
import dev.tare.image.InvalidDocumentException;
import dev.tare.referrer.Referrers;
import dev.tare.source.format.ImagePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class PendingReferrersTests {

    private static final Digest DIGEST = Digest.sha256Of(new byte[1]);

    @Test
    void awaitWhenTheSearchFailsGivesTheReason() {
        assertThat(reason(() -> {
            throw new InvalidDocumentException("list", "it is not JSON", null);
        })).contains("it is not JSON").doesNotContain("in time");
    }

    @Test
    void awaitWhenTheSearchHasAnUnknownFailureDoesNotBlameTheTime() {
        assertThat(reason(() -> {
            throw new IllegalStateException("internal");
        })).contains("failed").doesNotContain("in time", "internal");
    }

    private static String reason(Supplier<Referrers> search) {
        ImageConfig config =
                ImageConfig.parse("config", "{\"rootfs\": {\"diff_ids\": []}}".getBytes(StandardCharsets.UTF_8));
        ImagePlan plan = new ImagePlan("app", DIGEST, DIGEST, Map.of(), config, List.of(), List.of(), null, List.of(),
                List.of());
        try (PendingReferrers pending = PendingReferrers.start(new NoBlobs(search), plan)) {
            return pending.await(new Progress()).incompleteBecause();
        }
    }

    /** Nothing but a search. */
    private record NoBlobs(Supplier<Referrers> search) implements Blobs {

        @Override
        public Referrers referrers(Digest manifest) {
            return this.search.get();
        }

        @Override
        public boolean isAddressedByDigest() {
            return true;
        }

        @Override
        public InputStream open(String resolvedPath) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long size(String resolvedPath) {
            return 0;
        }

        @Override
        public String name() {
            return "app";
        }

        @Override
        public boolean has(String path) {
            return false;
        }

        @Override
        public byte[] document(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String resolve(String path) {
            return path;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
