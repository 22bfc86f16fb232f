package dev.tare.attack;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.tare.attack.Attack.Strength;
import dev.tare.attack.Attacker.Form;
import dev.tare.fixture.HostileImages;
import dev.tare.web.upload.BadArchives;

/** Attacks on the connections and the threads. */
final class ConnectionAttacks {

    /** Faster connections would fill the queue of the system, which no service can prevent. */
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private static final Duration DRIP = Duration.ofMillis(500);

    /** More than the service has threads. */
    private static final int REJECTED = 34;

    private static final int SLOW = 64;

    private static final int SLOW_OF_PAGE = 24;

    private static final int CHUNKED = 100;

    private static final int PIPELINES = 40;

    private static final int PIPELINED = 100;

    private static final Duration CHUNK_DRIP = Duration.ofSeconds(2);

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
                        (attacker, form) -> {
                            byte[] request = get("/comparisons/" + attacker.create(form) + "/images/0/files.csv", "");
                            attacker.repeatedly(SLOW, _ -> attacker.readSlowly(request, DRIP));
                        }),
                new Attack<>("24 slow readers of a page with 5,000 paths full of control characters", 2,
                        () -> Form.of(AttackArchives.controlPaths("before", strength.of(2500)),
                                AttackArchives.controlPaths("after", strength.of(2500))),
                        (attacker, form) -> {
                            byte[] request = get("/comparisons/" + attacker.create(form) + "?rows=1000", "");
                            attacker.repeatedly(SLOW_OF_PAGE, _ -> attacker.readSlowly(request, DRIP));
                        }),
                new Attack<>("64 slow readers of a large answer behind a trusted proxy",
                        () -> Form.of(AttackArchives.files("before", strength.of(20_000)),
                                AttackArchives.files("after", strength.of(20_000))),
                        (attacker, form) -> {
                            String path = "/comparisons/" + attacker.create(form) + "/images/0/files.csv";
                            attacker.repeatedly(SLOW, i -> attacker.readSlowlyThroughProxy(get(path,
                                    "X-Forwarded-For: 203.0.113." + i % 256 + ", 198.51.100.2\r\n"), DRIP));
                        }),
                new Attack<>("40 connections that each send 100 requests for a comparison before they read",
                        () -> Form.of(BadArchives.good(), BadArchives.other()), (attacker, form) -> {
                            String id = attacker.create(form);
                            List<byte[]> requests = List.of(pipelined("/api/comparisons/" + id),
                                    pipelined("/comparisons/" + id));
                            attacker.repeatedly(PIPELINES,
                                    i -> attacker.pipeline(requests.get(i % requests.size())));
                        }),
                new Attack<>("100 uploads and rejected requests with a chunk extension that never ends", 3,
                        () -> List.of(chunked("/api/comparisons", new byte[0]),
                                chunked("/api/comparisons", firstChunk()),
                                chunked("/nothing", new byte[0])),
                        (attacker, starts) -> attacker.repeatedly(CHUNKED,
                                i -> attacker.drip(starts.get(i % starts.size()), REST, CHUNK_DRIP))),
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

    private static byte[] get(String path, String headers) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n");
    }

    /** Many requests, and one more after which the service closes the connection. */
    private static byte[] pipelined(String path) {
        return HostileImages.joined(
                HostileImages.repeated(PIPELINED - 1, bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")),
                get(path, ""));
    }

    /** The start of a request, with the start of a chunk that has an extension. */
    private static byte[] chunked(String path, byte[] before) {
        return HostileImages.joined(bytes("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Transfer-Encoding: chunked\r\nContent-Type: " + Form.CONTENT_TYPE + "\r\n\r\n"), before,
                bytes("1;"));
    }

    private static byte[] firstChunk() {
        byte[] form = Form.of(AttackArchives.small("one"), AttackArchives.small("two")).bytes();
        byte[] part = Arrays.copyOf(form, form.length / 2);
        return HostileImages.joined(bytes(Integer.toHexString(part.length) + "\r\n"), part, bytes("\r\n"));
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
