package dev.tare.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.tare.attack.Attack.Strength;
import dev.tare.attack.Caller.Answer;

/** Attacks with images by name. */
final class JobAttacks {

    private static final int THREADS = 16;

    private static final int ACCEPTED = 202;

    private JobAttacks() {}

    static List<Attack<?>> of(Strength strength) {
        return List.of(
                new Attack<>("names in a registry that sends nothing", Registry::start, (attacker, registry) -> {
                    try (registry) {
                        attacker.repeatedly(THREADS, i -> attacker.send(comparison(registry, i)));
                    }
                }),
                new Attack<>("names in a registry that sends nothing, and each job is cancelled", Registry::start,
                        (attacker, registry) -> {
                            try (registry) {
                                attacker.repeatedly(THREADS, i -> cancel(attacker, registry, i));
                            }
                        }),
                Attack.of("names of hosts of the cluster", (attacker, _) -> attacker.repeatedly(THREADS,
                        i -> attacker.send(comparison("169.254.169.254", i)))),
                new Attack<>("names in a registry that sends very large manifests, and then nothing", 4,
                        () -> LargeRegistry.start(strength), (attacker, registry) -> {
                            try (registry) {
                                attacker.repeatedly(THREADS, i -> attacker.send(comparison(registry.host(), i)));
                            }
                        }));
    }

    private static void cancel(Attacker attacker, Registry registry, int number) throws IOException {
        Answer answer = attacker.send(comparison(registry, number));
        if (answer.status() == ACCEPTED) {
            attacker.send("DELETE " + answer.header("Location")
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
    }

    private static String comparison(Registry registry, int number) {
        return comparison("127.0.0.1:" + registry.socket.getLocalPort(), number);
    }

    private static String comparison(String host, int number) {
        String body = "{\"images\":[\"%1$s/a:%2$d\",\"%1$s/b:%2$d\"]}".formatted(host, number);
        return "POST /api/comparisons HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    /** A registry that accepts connections and sends nothing. */
    private record Registry(ServerSocket socket, ConcurrentLinkedQueue<Socket> connections) implements AutoCloseable {

        private static Registry start() {
            try {
                Registry registry = new Registry(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()),
                        new ConcurrentLinkedQueue<>());
                Thread.ofVirtual().start(registry::accept);
                return registry;
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

        private void accept() {
            try {
                while (true) {
                    this.connections.add(this.socket.accept());
                }
            } catch (IOException ex) {
                // The attack is over.
            }
        }

        @Override
        public void close() throws IOException {
            this.socket.close();
            for (Socket connection : this.connections) {
                connection.close();
            }
        }
    }
}
