package dev.tare.attack;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.tare.attack.Attack.Strength;
import dev.tare.attack.Attacker.Form;

/** Attacks on the connections and the threads. */
final class ConnectionAttacks {

    /** Faster connections would fill the queue of the system, which no service can prevent. */
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private static final Duration DRIP = Duration.ofMillis(500);

    /** More than the service has threads. */
    private static final int REJECTED = 34;

    private static final int SLOW = 64;

    /** More than the service accepts of all clients. */
    private static final int IDLE = 1200;

    private static final byte[] HEADERS = bytes("X-Header: " + "a".repeat(60) + "\r\n");

    private static final byte[] REST = bytes("a");

    private ConnectionAttacks() {}

    static List<Attack<?>> of(Strength strength) {
        return List.of(
                Attack.of("34 rejected requests whose bodies go on slowly",
                        (attacker, _) -> attacker.repeatedly(REJECTED,
                                _ -> attacker.drip(post("/nothing"), REST, DRIP))),
                new Attack<>("64 uploads that go on slowly", ConnectionAttacks::halfUpload,
                        (attacker, half) -> attacker.repeatedly(SLOW, _ -> attacker.drip(half, REST, DRIP))),
                new Attack<>("64 slow readers of a large answer",
                        () -> Form.of(AttackArchives.files("before", strength.of(20_000)),
                                AttackArchives.files("after", strength.of(20_000))),
                        ConnectionAttacks::readSlowly),
                Attack.of("1,200 connections that send nothing",
                        (attacker, _) -> attacker.repeatedly(IDLE, _ -> hold(attacker, ""))),
                Attack.of("1,200 connections that send nothing after a first answer",
                        (attacker, _) -> attacker.repeatedly(IDLE,
                                _ -> hold(attacker, "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"))),
                Attack.of("200 connections that send headers byte by byte",
                        (attacker, _) -> attacker.repeatedly(200,
                                _ -> attacker.drip(bytes("GET / HTTP/1.1\r\n"), HEADERS, DRIP))),
                new Attack<>("hundreds of connections per second that end in the middle of uploads and answers",
                        ConnectionAttacks::halfUpload, (attacker, half) -> attacker.repeatedly(16, i -> {
                            Socket socket = attacker.begin(i % 2 == 0 ? half
                                    : bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                            attacker.end(socket);
                            attacker.count("aborted");
                            attacker.pause(BETWEEN);
                        })));
    }

    /** Waits until the service closes the connection. */
    private static void hold(Attacker attacker, String text) throws IOException {
        Socket socket = attacker.begin(bytes(text));
        try {
            while (socket.getInputStream().read() >= 0) {
                // The first answer is ignored.
            }
            attacker.count("closed");
        } finally {
            attacker.end(socket);
        }
    }

    private static void readSlowly(Attacker attacker, Form form) throws IOException, InterruptedException {
        byte[] request = bytes("GET /comparisons/" + attacker.create(form) + "/images/0/files.csv HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\n\r\n");
        attacker.repeatedly(SLOW, _ -> {
            Socket socket = attacker.narrow();
            try {
                socket.getOutputStream().write(request);
                while (attacker.hasTime() && socket.getInputStream().read() >= 0) {
                    attacker.pause(DRIP);
                }
                attacker.count("closed");
            } finally {
                attacker.end(socket);
            }
        });
    }

    private static byte[] halfUpload() {
        byte[] form = Form.of(AttackArchives.small("one"), AttackArchives.small("two")).bytes();
        byte[] head = post("/api/comparisons");
        byte[] half = Arrays.copyOf(head, head.length + form.length / 2);
        System.arraycopy(form, 0, half, head.length, form.length / 2);
        return half;
    }

    private static byte[] post(String path) {
        return bytes("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\nContent-Type: "
                + Form.CONTENT_TYPE + "\r\n\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
