package dev.tare.source.registry;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;

/** A proxy in front of a real registry, which damages some of its answers. */
final class FaultProxy implements AutoCloseable {

    private final int registry;

    private final Fault fault;

    private final RawServer server;

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    private final AtomicLong sent = new AtomicLong();

    private FaultProxy(int registry, Fault fault) {
        this.registry = registry;
        this.fault = fault;
        this.server = RawServer.start(this::answer);
    }

    /** @param registry the port of the registry on this machine */
    static FaultProxy start(int registry, Fault fault) {
        return new FaultProxy(registry, fault);
    }

    String host() {
        return this.server.host();
    }

    List<Request> requests() {
        return this.server.requests();
    }

    /** Bytes that the client took, apart from those in buffers of the system. */
    long sent() {
        return this.sent.get();
    }

    @Override
    public void close() {
        this.server.close();
    }

    private void answer(Request request, OutputStream out) throws IOException {
        int number = this.counts.computeIfAbsent(request.path(), path -> new AtomicInteger()).incrementAndGet();
        this.fault.answer(new Call(request, number, this), new CountingStream(out));
    }

    private Answer forward(Request request) throws IOException {
        StringBuilder head = new StringBuilder("GET " + request.path() + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + this.registry + "\r\nConnection: close\r\n");
        for (String name : List.of("accept", "range")) {
            if (request.headers().containsKey(name)) {
                head.append(name).append(": ").append(request.headers().get(name)).append("\r\n");
            }
        }
        try (Socket socket = new Socket("127.0.0.1", this.registry)) {
            socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return Answer.parse(socket.getInputStream().readAllBytes());
        }
    }

    /** Answers a request, perhaps with a fault. */
    @FunctionalInterface
    interface Fault {

        void answer(Call call, OutputStream out) throws IOException;
    }

    /**
     * A request of the client.
     *
     * @param number of the request for this path, from 1
     */
    record Call(Request request, int number, FaultProxy proxy) {

        /** The answer of the real registry. */
        Answer answer() throws IOException {
            return this.proxy.forward(this.request);
        }

        boolean isManifest() {
            return this.request.path().contains("/manifests/");
        }
    }

    /**
     * An answer of the registry.
     *
     * @param head the lines before the body, each with its end
     */
    record Answer(String head, byte[] body) {

        static Answer parse(byte[] answer) {
            String text = new String(answer, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n") + 2;
            return new Answer(text.substring(0, end), text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1));
        }

        /** The same answer with another value of a header, or without the header. */
        Answer with(String name, String value) {
            String others = this.head.replaceAll("(?im)^" + name + ":.*\r\n", "");
            return new Answer(value.isEmpty() ? others : others + name + ": " + value + "\r\n", this.body);
        }

        /** The same answer with another body and its length. */
        Answer with(byte[] other) {
            return new Answer(this.head, other).with("Content-Length", String.valueOf(other.length));
        }

        byte[] bytes() {
            return (this.head + "\r\n" + new String(this.body, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final class CountingStream extends FilterOutputStream {

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            this.out.write(value);
            FaultProxy.this.sent.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            this.out.write(bytes, offset, length);
            FaultProxy.this.sent.addAndGet(length);
        }
    }
}
