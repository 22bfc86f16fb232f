package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tare.fixture.RawServer;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.registry.login.Logins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ConnectionLimitTests {

    private static final byte[] CONTENT = new byte[1000];

    private static final Descriptor BLOB =
            new Descriptor(MediaType.OCI_LAYER, Digest.sha256Of(CONTENT), CONTENT.length, Map.of(), null);

    @Test
    void clientsOfOneRegistryShareTheBound() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (RawServer server = RawServer.start((request, out) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                Thread.sleep(20);
            } catch (InterruptedException ex) {
                throw new InterruptedIOException();
            }
            running.decrementAndGet();
            RawServer.answer(out, 200, request.path().contains("/blobs/") ? CONTENT : "{}".getBytes());
        });
                Connections connections = RegistryLogins.connections(RegistriesSettings.NONE);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                RegistryClient client = client(server, "app" + i, connections, Deadline.of(Limits.DEFAULTS));
                all.add(executor.submit(() -> client.manifest("1")));
                all.add(executor.submit(() -> {
                    try (InputStream blob = client.blob(BLOB)) {
                        return blob.readAllBytes();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(most).hasValue(4);
    }

    @Test
    void waitEndsAtTheDeadline() throws IOException {
        try (RawServer server = RawServer.start((_, out) -> {
            RawServer.head(out, 200, CONTENT.length);
            out.write(1);
            out.flush();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ex) {
                throw new InterruptedIOException();
            }
        }); Connections connections = RegistryLogins.connections(RegistriesSettings.NONE)) {
            try (RegistryClient client = client(server, "app", connections, Deadline.of(Limits.DEFAULTS))) {
                for (int i = 0; i < 4; i++) {
                    assertThat(client.blob(BLOB).read()).isOne();
                }
                RegistryClient late =
                        client(server, "late", connections, Deadline.of(Limits.DEFAULTS.with(Limit.TIME, 100)));
                assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> late.manifest("1"));
            }
        }
    }

    @Test
    void idleConnectionsOfOtherClientsCount() {
        try (RawServer server = RawServer.startKeeping(2, (_, out) -> keep(out, "{}".getBytes()));
                Connections connections = RegistryLogins.connections(RegistriesSettings.NONE)) {
            List<RegistryClient> clients = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                clients.add(client(server, "app" + i, connections, Deadline.of(Limits.DEFAULTS)));
                clients.get(i).manifest("1");
            }
            await().until(() -> server.openConnections() == 4);
            assertThat(server.connections()).isEqualTo(6);
            clients.getLast().manifest("2");
            assertThat(server.connections()).as("the newest stays").isEqualTo(6);
            clients.getFirst().manifest("2");
            assertThat(server.connections()).as("the oldest was closed").isEqualTo(7);
        }
    }

    /** Otherwise, each layer in a storage would need new connections to both servers. */
    @Test
    void connectionsToAStorageCountApart() throws IOException {
        try (RawServer storage = RawServer.startKeeping(2, (_, out) -> keep(out, CONTENT));
                RawServer server = RawServer.startKeeping(3, (request, out) -> {
                    if (request.path().contains("/blobs/")) {
                        keep(out, 307, new byte[0], "Location: http://" + storage.host() + "/blob");
                    } else {
                        keep(out, "{}".getBytes());
                    }
                });
                Connections connections = RegistryLogins.connections(RegistriesSettings.NONE)) {
            List<RegistryClient> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(client(server, "app" + i, connections, Deadline.of(Limits.DEFAULTS)));
                clients.get(i).manifest("1");
            }
            try (InputStream blob = clients.getLast().blob(BLOB)) {
                assertThat(blob.readAllBytes()).isEqualTo(CONTENT);
            }
            clients.getFirst().manifest("2");
            assertThat(server.connections()).isEqualTo(4);
            assertThat(storage.connections()).isOne();
        }
    }

    @Test
    void connectionInUseIsNotClosedForAnother() throws IOException {
        CountDownLatch others = new CountDownLatch(5);
        try (RawServer server = RawServer.startKeeping(2, (request, out) -> {
            if (request.path().contains("/blobs/")) {
                RawServer.head(out, 200, CONTENT.length);
                out.write(CONTENT, 0, 1);
                out.flush();
                try {
                    others.await();
                } catch (InterruptedException ex) {
                    throw new InterruptedIOException();
                }
                out.write(CONTENT, 1, CONTENT.length - 1);
            } else {
                keep(out, "{}".getBytes());
            }
        });
                Connections connections = RegistryLogins.connections(RegistriesSettings.NONE);
                InputStream blob = client(server, "app", connections, Deadline.of(Limits.DEFAULTS)).blob(BLOB)) {
            assertThat(blob.read()).isZero();
            for (int i = 0; i < 5; i++) {
                client(server, "app" + i, connections, Deadline.of(Limits.DEFAULTS)).manifest("1");
                others.countDown();
            }
            assertThat(blob.readAllBytes()).hasSize(CONTENT.length - 1);
            assertThat(server.requests()).as("the blob is requested once").hasSize(6);
        }
    }

    @Test
    void closingAClientEndsItsTurns() throws IOException {
        try (RawServer server = RawServer.start((_, out) -> {
            RawServer.head(out, 200, CONTENT.length);
            out.write(CONTENT);
        }); Connections connections = RegistryLogins.connections(RegistriesSettings.NONE)) {
            for (int i = 0; i < 10; i++) {
                RegistryClient client = client(server, "app", connections, Deadline.of(Limits.DEFAULTS));
                assertThat(client.blob(BLOB).read()).isZero();
                client.close();
            }
        }
    }

    @Test
    void registriesHaveTheirOwnBounds() throws IOException {
        ConnectionLimit limit = new ConnectionLimit(1);
        Runnable turn = limit.enter("a.io", null, Deadline.of(Limits.DEFAULTS));
        limit.enter("b.io", null, Deadline.of(Limits.DEFAULTS)).run();
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> limit.enter("a.io", null, Deadline.of(Limits.DEFAULTS.with(Limit.TIME, 50))));
        turn.run();
        turn.run();
        limit.enter("a.io", null, Deadline.of(Limits.DEFAULTS));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> limit.enter("a.io", null, Deadline.of(Limits.DEFAULTS.with(Limit.TIME, 50))));
    }

    @Test
    void clientsWithoutAConnectionComeFirst() throws Exception {
        ConnectionLimit limit = new ConnectionLimit(4);
        Deadline deadline = Deadline.of(Limits.DEFAULTS);
        List<Runnable> turns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            turns.add(limit.enter("a.io", user("a"), deadline));
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicInteger waiting = new AtomicInteger();
            Future<Runnable> own = executor.submit(() -> limit.enter("a.io", user("a", waiting), deadline));
            await().until(() -> waiting.get() == 1);
            turns.add(limit.enter("a.io", user("b"), deadline));
            Future<Runnable> other = executor.submit(() -> limit.enter("a.io", user("c", waiting), deadline));
            await().until(() -> waiting.get() == 2);
            turns.removeFirst().run();
            Runnable end = other.get();
            assertThat(own.isDone()).isFalse();
            end.run();
            assertThat(waiting).hasValue(1);
            turns.removeFirst().run();
            own.get().run();
        }
    }

    @Test
    void requestsWithoutAUserTakeAllPlaces() throws Exception {
        ConnectionLimit limit = new ConnectionLimit(2);
        limit.enter("a.io", null, Deadline.of(Limits.DEFAULTS));
        limit.enter("a.io", null, Deadline.of(Limits.DEFAULTS.with(Limit.TIME, 50)));
    }

    /** Writes an answer after which the connection stays open. */
    private static void keep(OutputStream out, int status, byte[] body, String header) throws IOException {
        out.write("HTTP/1.1 %d Status\r\n%s\r\nContent-Length: %d\r\n\r\n".formatted(status, header, body.length)
                .getBytes());
        out.write(body);
    }

    private static void keep(OutputStream out, byte[] body) throws IOException {
        keep(out, 200, body, "X: y");
    }

    private static RegistryUser user(String client) {
        return () -> client;
    }

    private static RegistryUser user(String client, AtomicInteger waiting) {
        return new RegistryUser() {

            @Override
            public String client() {
                return client;
            }

            @Override
            public void queues() {
                waiting.incrementAndGet();
            }

            @Override
            public void queued() {
                waiting.decrementAndGet();
            }
        };
    }

    private static RegistryClient client(RawServer server, String repository, Connections connections,
            Deadline deadline) {
        return new RegistryClient(ImageReference.parse(server.host() + "/" + repository), connections, Logins.none(),
                Patience.USUAL, deadline, new Traffic());
    }
}
