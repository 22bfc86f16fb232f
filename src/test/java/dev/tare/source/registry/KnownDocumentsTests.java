package dev.tare.source.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tare.fixture.MemoryRegistry;
import dev.tare.image.Digest;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.registry.Registries;
import dev.tare.registry.Repository;
import dev.tare.registry.StoredManifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class KnownDocumentsTests {

    private final MemoryRegistry registry = new MemoryRegistry();

    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void stop() {
        this.registry.close();
    }

    @Test
    void rootIsRequestedOnce() {
        KnownDocuments known = KnownDocuments.keeping(KnownDocuments.Room.usual());
        StoredManifest root = stored("1", "{}");
        assertThat(root(known, root)).isSameAs(root(known, root));
        assertThat(this.requests).hasValue(1);
    }

    @Test
    void rootWithoutRoomIsRequestedAgainByItsDigest() {
        KnownDocuments known = KnownDocuments.keeping(KnownDocuments.Room.usual());
        StoredManifest large = stored("1", "{}" + " ".repeat(1 << 20));
        root(known, large);
        StoredManifest again = stored("2", "{ }");
        assertThat(known.root(() -> again, digest -> {
            assertThat(digest).isEqualTo(large.descriptor().digest());
            return large;
        })).isSameAs(large);
        assertThat(known.manifest(large.descriptor().digest())).isNull();
    }

    @Test
    void severalImagesShareTheRoomUntilOneIsForgotten() {
        KnownDocuments.Room room = KnownDocuments.Room.usual();
        KnownDocuments one = KnownDocuments.keeping(room);
        KnownDocuments two = KnownDocuments.keeping(room);
        Digest digest = Digest.sha256Of("a".getBytes(StandardCharsets.UTF_8));
        byte[] large = new byte[700_000];
        one.keep(digest, large);
        one.keep(digest, large);
        two.keep(digest, large);
        assertThat(two.blob(digest)).isNull();
        one.forget();
        assertThat(one.blob(digest)).isNull();
        two.keep(digest, large);
        assertThat(two.blob(digest)).isNotNull();
        two.forget();
        one.keep(digest, large);
        assertThat(one.blob(digest)).isNull();
    }

    @Test
    void forgottenRootIsStillTheMeaningOfTheTag() {
        KnownDocuments known = KnownDocuments.keeping(KnownDocuments.Room.usual());
        StoredManifest root = stored("1", "{}");
        root(known, root);
        known.forget();
        StoredManifest moved = stored("2", "{ }");
        assertThat(known.root(() -> moved, _ -> root)).isSameAs(root);
    }

    @Test
    void firstOfTwoRequestsForARootAtOnceCounts() {
        KnownDocuments known = KnownDocuments.keeping(KnownDocuments.Room.usual());
        StoredManifest first = stored("1", "{}");
        StoredManifest second = stored("2", "{ }");
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<StoredManifest> late = CompletableFuture.supplyAsync(() -> known.root(() -> {
            requested.countDown();
            await(answered);
            return second;
        }, _ -> first));
        await(requested);
        root(known, first);
        answered.countDown();
        assertThat(List.of(late.join(), root(known, second))).containsOnly(first);
    }

    private StoredManifest root(KnownDocuments known, StoredManifest answer) {
        return known.root(() -> {
            this.requests.incrementAndGet();
            return answer;
        }, _ -> answer);
    }

    private StoredManifest stored(String tag, String document) {
        this.registry.push("app", tag, document);
        RegistryArgument image =
                RegistryArgument.parse(this.registry.host() + "/app:" + tag, Registries.ofThisUser());
        try (Repository client = image.registries().client(image.reference(), Deadline.of(Limits.DEFAULTS))) {
            return client.manifest(tag);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ex) {
            throw new AssertionError(ex);
        }
    }
}
