package dev.tare.source.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import dev.tare.fixture.RawServer;
import dev.tare.source.registry.FaultProxy.Answer;
import dev.tare.source.registry.FaultProxy.Call;
import dev.tare.source.registry.FaultProxy.Fault;

/** The faults of a registry or of the network, and their outcomes. */
final class RegistryFaults {

    /** The outcome of a fault that Tare survives. */
    static final String READ = "";

    private static final int ALWAYS = Integer.MAX_VALUE;

    /** The layer of the image that has faults. */
    private final String layer;

    private final String config;

    private final List<Row> rows = new ArrayList<>();

    private RegistryFaults(String layer, String config) {
        this.layer = layer;
        this.config = config;
    }

    /**
     * All faults.
     *
     * @param layer  the digest of a layer, which is large
     * @param config the digest of the config
     */
    static List<Row> of(String layer, String config) {
        RegistryFaults faults = new RegistryFaults(layer, config);
        faults.addConnections();
        faults.addLengths();
        faults.addEndless();
        faults.addContents();
        faults.addRedirects();
        faults.addStatuses();
        faults.addTokens();
        return faults.rows;
    }

    /** The connection for a document ends after this many bytes of the answer, the first time only. */
    static Fault cut(String path, int bytes) {
        return (call, out) -> {
            byte[] answer = call.answer().bytes();
            boolean isCut = call.number() == 1 && call.request().path().contains(path);
            out.write(answer, 0, isCut ? Math.min(bytes, answer.length) : answer.length);
        };
    }

    private void addConnections() {
        add("every connection for a layer ends after 1,000 bytes", READ, layer(ALWAYS, (call, out) -> {
            Answer answer = call.answer();
            out.write(answer.bytes(), 0, Math.min(answer.bytes().length, answer.head().length() + 2 + 1_000));
        }));
        add("the connection for a layer ends in the middle, and the server ignores `Range`", READ,
                layer(ALWAYS, (call, out) -> {
                    Answer whole = whole(call);
                    out.write(whole.bytes(), 0,
                            call.number() == 1 ? whole.bytes().length / 2 : whole.bytes().length);
                }));
        add("every connection for a layer ends one byte later than the one before", "before the end of its answer",
                layer(ALWAYS, (call, out) -> {
                    Answer answer = call.answer();
                    out.write(answer.bytes(), 0, answer.head().length() + 2 + 1);
                }));
        add("every connection for a layer ends one byte later than the one before, and the server ignores `Range`",
                "before the end of its answer", layer(ALWAYS, (call, out) -> {
                    Answer whole = whole(call);
                    out.write(whole.bytes(), 0, whole.head().length() + 2 + call.number());
                }));
        add("the server answers with another range", "has the range", layer(ALWAYS, (call, out) -> {
            Answer answer = call.answer();
            out.write(call.number() == 1 ? Arrays.copyOf(answer.bytes(), answer.bytes().length / 2)
                    : answer.with("Content-Range", "bytes 0-1/2").bytes());
        }));
        add("every connection for a layer ends after the headers", "the content ends after 0 of",
                layer(ALWAYS, (call, out) -> out.write((call.answer().with("Content-Length", "").head() + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1))));
        add("every connection ends without an answer", "Try again later", (call, out) -> {
        });
        add("two connections end without an answer", READ, any(2, (call, out) -> {
        }));
        add("a layer arrives byte by byte", READ, layer(ALWAYS, (call, out) -> {
            for (byte one : call.answer().bytes()) {
                out.write(one);
                out.flush();
            }
        }));
        add("a layer arrives so slowly that the limit `time` ends", "longer than 5 seconds",
                layer(ALWAYS, (call, out) -> {
                    Answer answer = call.answer();
                    out.write((answer.head() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    for (byte one : answer.body()) {
                        out.write(one);
                        out.flush();
                        pause(50);
                    }
                }));
        add("a layer stalls in the middle, once", READ, layer(1, (call, out) -> {
            byte[] answer = call.answer().bytes();
            out.write(answer, 0, answer.length / 2);
            out.flush();
            pause(20_000);
        }));
        add("a layer always stalls after the headers", "sends nothing for", layer(ALWAYS, (call, out) -> {
            out.write((call.answer().head() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            pause(20_000);
        }));
        add("an answer stalls before its headers, once", READ, any(1, (call, out) -> pause(20_000)));
        add("every answer stalls before its headers", "sends nothing for", (call, out) -> pause(20_000));
        add("the server does not speak HTTP", "does not answer with HTTP",
                (call, out) -> out.write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        add("the server speaks HTTP/1.0", READ, (call, out) -> {
            Answer answer = call.answer().with("Content-Length", "");
            out.write(new Answer(answer.head().replace("HTTP/1.1", "HTTP/1.0"), answer.body()).bytes());
        });
    }

    private void addLengths() {
        add("`Content-Length` of a layer is too short", "should have", layer(ALWAYS,
                (call, out) -> length(call, out, -1)));
        add("`Content-Length` of a layer is too long", "should have", layer(ALWAYS,
                (call, out) -> length(call, out, 1)));
        add("`Content-Length` of a manifest is too short", "should have the digest", manifest(ALWAYS,
                (call, out) -> length(call, out, -1)));
        add("`Content-Length` of a manifest is too long", "Try again later", manifest(ALWAYS,
                (call, out) -> length(call, out, 1)));
        add("no answer has a `Content-Length`", READ, (call, out) -> out.write(
                call.answer().with("Content-Length", "").bytes()));
        add("answers come in chunks", READ, (call, out) -> chunks(call, out, "0\r\n\r\n"));
        add("answers come in chunks, but that of the layer never ends", READ, (call, out) -> {
            boolean isLayer = call.request().path().contains(this.layer);
            chunks(call, out, isLayer ? "" : "0\r\n\r\n");
            pause(isLayer ? 20_000 : 0);
        });
    }

    private void addEndless() {
        byte[] part = new byte[1 << 14];
        Arrays.fill(part, (byte) ' ');
        add("a layer never ends", "has more than the", layer(ALWAYS, (call, out) -> {
            out.write(call.answer().with("Content-Length", "").bytes());
            repeat(out, part);
        }));
        add("a config never ends", "has more than the", config(ALWAYS, (call, out) -> {
            out.write(call.answer().with("Content-Length", "").bytes());
            repeat(out, part);
        }));
        add("a manifest never ends", "more than 4194304 bytes", manifest(ALWAYS, (call, out) -> {
            out.write(call.answer().with("Content-Length", "").bytes());
            repeat(out, part);
        }));
        add("the headers never end", "Try again later", (call, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            repeat(out, ("X: " + "y".repeat(1_000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        });
        add("the body of an error never ends", "HTTP status 404", (call, out) -> {
            RawServer.head(out, 404, -1);
            repeat(out, part);
        });
        add("interim answers (103) never end", "Try again later", (call, out) -> {
            while (true) {
                out.write("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                pause(1);
            }
        });
    }

    private void addContents() {
        add("a byte of a layer is wrong", "is damaged", layer(ALWAYS, (call, out) -> out.write(flipped(call).bytes())));
        add("a byte of the config is wrong", "digest", config(ALWAYS,
                (call, out) -> out.write(flipped(call).bytes())));
        add("a byte of a manifest is wrong", "should have the digest", manifest(ALWAYS,
                (call, out) -> out.write(flipped(call).bytes())));
        add("`Docker-Content-Digest` is wrong", "should have the digest", manifest(ALWAYS,
                (call, out) -> out.write(call.answer().with("Docker-Content-Digest", this.layer).bytes())));
        add("a manifest is cut, and its length and digest fit", "JSON", manifest(ALWAYS, (call, out) -> out.write(call
                .answer()
                .with("Docker-Content-Digest", "")
                .with(Arrays.copyOf(call.answer().body(), 100))
                .bytes())));
        add("a manifest is nested 100,000 levels deep", "deeply nested",
                manifest(ALWAYS, (call, out) -> RawServer.answer(out,
                        200, "{\"a\":" + "[".repeat(100_000))));
        add("a page for logging in to the network comes instead of a manifest", "JSON", manifest(ALWAYS,
                (call, out) -> RawServer.answer(out, 200, "<html>Welcome</html>", "Content-Type: text/html")));
        add("a manifest is encoded with gzip", READ, manifest(ALWAYS, (call, out) -> out.write(
                call.answer().with(gzip(call.answer().body())).with("Content-Encoding", "gzip").bytes())));
        add("a manifest inflates to 64 MiB", "more than 4194304 bytes", manifest(ALWAYS, (call, out) -> out.write(
                call.answer().with(gzip(new byte[64 << 20])).with("Content-Encoding", "gzip").bytes())));
        add("a manifest in gzip is cut", "Try again later", manifest(ALWAYS, (call, out) -> out.write(call.answer()
                .with(Arrays.copyOf(gzip(call.answer().body()), 50))
                .with("Content-Encoding", "gzip")
                .bytes())));
        add("a manifest has an unknown encoding", "encoding \"br\"", manifest(ALWAYS,
                (call, out) -> out.write(call.answer().with("Content-Encoding", "br").bytes())));
        add("a layer is encoded with gzip once more", "encoding \"gzip\"", layer(ALWAYS, (call, out) -> out.write(
                call.answer().with(gzip(call.answer().body())).with("Content-Encoding", "gzip").bytes())));
    }

    private void addRedirects() {
        add("a layer is at another host", READ, layer(1, (call, out) -> RawServer.answer(out, 307, "",
                "Location: http://localhost:" + call.proxy().host().replaceAll(".*:", "") + call.request().path())));
        add("redirects lead in a circle", "redirected more than 5 times", layer(ALWAYS, (call, out) -> RawServer.answer(
                out, 307, "", "Location: " + call.request().path())));
        add("a redirect leads to `http://169.254.169.254`", "must lead to https", layer(ALWAYS,
                (call, out) -> RawServer.answer(out, 307, "", "Location: http://169.254.169.254/latest")));
        add("a redirect leads to plain HTTP at another host", "must lead to https", layer(ALWAYS,
                (call, out) -> RawServer.answer(out, 307, "",
                        "Location: http://storage.example.com/b?signature=secret")));
        add("a redirect has no address", "an invalid address", layer(ALWAYS,
                (call, out) -> RawServer.answer(out, 307, "")));
        add("a redirect leads to a closed port", "refuses the connection", layer(ALWAYS,
                (call, out) -> RawServer.answer(out, 307, "", "Location: https://127.0.0.1:1/")));
    }

    private void addStatuses() {
        String limited = "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"pull rate limit\"}]}";
        add("429 once, without `Retry-After`", READ, any(1, (call, out) -> RawServer.answer(out, 429, limited)));
        add("429 once, with `Retry-After: 1`", READ, manifest(1, (call, out) -> RawServer.answer(out, 429, limited,
                "Retry-After: 1")));
        add("429 always, without `Retry-After`", "429: TOOMANYREQUESTS: pull rate limit",
                (call, out) -> RawServer.answer(out, 429, limited));
        add("429 with `Retry-After` of an hour", "429: TOOMANYREQUESTS: pull rate limit",
                (call, out) -> RawServer.answer(out, 429, limited, "Retry-After: 3600"));
        for (int status : new int[] { 500, 502, 503, 504 }) {
            add(status + " three times for each request", READ,
                    any(3, (call, out) -> RawServer.answer(out, status, "")));
        }
        add("503 always, with a page of a proxy", "HTTP status 503",
                (call, out) -> RawServer.answer(out, 503, "<html>"));
        add("403 with control characters in the error", "403: DENIED: a b", (call, out) -> RawServer.answer(out, 403,
                "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"a\\u001b\\r\\nb\"}]}"));
        add("404 with an empty body", "HTTP status 404", (call, out) -> RawServer.answer(out, 404, ""));
    }

    private void addTokens() {
        add("the token server is `http://169.254.169.254`", "must come over https",
                (call, out) -> challenge(out, "http://169.254.169.254/token"));
        add("the token server is another host over plain HTTP", "must come over https",
                (call, out) -> challenge(out, "http://auth.example.com/token"));
        add("the token server redirects to `http://169.254.169.254`", "must lead to https", tokens(
                (call, out) -> RawServer.answer(out, 307, "", "Location: http://169.254.169.254/")));
        add("a token is cut JSON", "no token that can be used", tokens(
                (call, out) -> RawServer.answer(out, 200, "{\"token\":\"abc")));
        add("a token never ends", "no token that can be used", tokens((call, out) -> {
            RawServer.head(out, 200, -1);
            repeat(out, new byte[1 << 14]);
        }));
        add("a token stalls", "sends nothing for", tokens((call, out) -> {
            RawServer.head(out, 200, 100);
            out.flush();
            pause(20_000);
        }));
        add("no token is ever accepted", "HTTP status 401", tokens(
                (call, out) -> RawServer.answer(out, 200, "{\"token\":\"t" + call.number() + "\"}")));
        add("every token expires after six requests", READ, (call, out) -> {
            if (call.request().path().startsWith("/token")) {
                RawServer.answer(out, 200, "{\"token\":\"t" + call.proxy().requests().size() + "\"}");
                return;
            }
            String token = String.valueOf(call.request().headers().get("authorization"));
            int issued = token.startsWith("Bearer t") ? Integer.parseInt(token.substring(8)) : -10;
            if (call.proxy().requests().size() <= issued + 6) {
                out.write(call.answer().bytes());
            } else {
                challenge(out, "http://" + call.proxy().host() + "/token");
            }
        });
    }

    private void add(String fault, String outcome, Fault answer) {
        this.rows.add(new Row(fault, outcome, answer));
    }

    private Fault layer(int times, Fault fault) {
        return first(times, this.layer, fault);
    }

    private Fault config(int times, Fault fault) {
        return first(times, this.config, fault);
    }

    private static Fault manifest(int times, Fault fault) {
        return first(times, "/manifests/", fault);
    }

    private static Fault any(int times, Fault fault) {
        return first(times, "", fault);
    }

    /** Applies a fault to the first requests of each address that has this part, and to no others. */
    private static Fault first(int times, String part, Fault fault) {
        return (call, out) -> {
            if (call.number() <= times && call.request().path().contains(part)) {
                fault.answer(call, out);
            } else {
                out.write(call.answer().bytes());
            }
        };
    }

    /** Every request without a token is refused. */
    private static Fault tokens(Fault fault) {
        return (call, out) -> {
            if (call.request().path().startsWith("/token")) {
                fault.answer(call, out);
            } else {
                challenge(out, "http://" + call.proxy().host() + "/token");
            }
        };
    }

    private static void challenge(OutputStream out, String realm) throws IOException {
        RawServer.answer(out, 401, "", "WWW-Authenticate: Bearer realm=\"" + realm + "\",service=\"r\"");
    }

    private static void length(Call call, OutputStream out, int difference) throws IOException {
        Answer answer = call.answer();
        out.write(answer.with("Content-Length", String.valueOf(answer.body().length + difference)).bytes());
    }

    private static void chunks(Call call, OutputStream out, String end) throws IOException {
        Answer answer = call.answer().with("Content-Length", "").with("Transfer-Encoding", "chunked");
        out.write((answer.head() + "\r\n" + Integer.toHexString(answer.body().length) + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.write(answer.body());
        out.write(("\r\n" + end).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** The answer to the request without its range. */
    private static Answer whole(Call call) throws IOException {
        return new Call(new RawServer.Request("GET", call.request().path(), Map.of(), ""), 1, call.proxy()).answer();
    }

    private static Answer flipped(Call call) throws IOException {
        Answer answer = call.answer();
        answer.body()[answer.body().length / 2] ^= 1;
        return answer;
    }

    private static void repeat(OutputStream out, byte[] part) throws IOException {
        while (true) {
            out.write(part);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    /** Closing the proxy ends it. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A fault and its outcome.
     *
     * @param name    describes the fault
     * @param outcome a part of the error, or {@link #READ}
     */
    record Row(String name, String outcome, Fault fault) {

        boolean isRead() {
            return this.outcome.equals(READ);
        }

        @Override
        public String toString() {
            return this.name;
        }
    }
}
