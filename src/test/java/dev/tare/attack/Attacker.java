package dev.tare.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tare.attack.Caller.Answer;
import dev.tare.web.upload.UploadBody;

/** A client that has some time to send many requests at once, and counts what becomes of them. */
final class Attacker implements AutoCloseable {

    private static final int CREATED = 201;

    private static final int TOO_BUSY = 503;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The time in which threads end after their connections ended. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** A receive buffer of this many bytes lets an answer arrive in small parts only. */
    private static final int NARROW = 1 << 12;

    private static final Duration REFUSED = Duration.ofMillis(50);

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private final Caller caller;

    private final Caller proxied;

    private final long end;

    private final Map<String, Integer> outcomes = new TreeMap<>();

    Attacker(String address, int port, Duration time) throws IOException {
        this.caller = new Caller(address, port, PATIENCE);
        this.proxied = new Caller(ServiceProcess.PROXY, port, PATIENCE);
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Does something in many threads at once, until all end or the time is over. */
    void together(int threads, Task task) throws InterruptedException {
        List<Thread> all = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofVirtual().start(() -> attempt(task, i)))
                .toList();
        for (Thread thread : all) {
            thread.join(Duration.ofNanos(Math.max(1, this.end - System.nanoTime())));
        }
        if (!hasTime()) {
            close();
            for (Thread thread : all) {
                thread.join(CLOSING);
            }
        }
    }

    /** Repeats something in many threads until the time is over. */
    void repeatedly(int threads, Task task) throws InterruptedException {
        together(threads, i -> {
            for (int round = i; hasTime(); round += threads) {
                attempt(task, round);
            }
        });
    }

    boolean hasTime() {
        return System.nanoTime() < this.end;
    }

    Answer get(String path) throws IOException {
        return counted(this.caller.get(path));
    }

    /** Sends images to compare, and reads the report. */
    Answer upload(Form form) throws IOException {
        return counted(this.caller.upload("/api/comparisons", Form.CONTENT_TYPE, form.bytes()));
    }

    /** Sends images to compare until the service accepts them, and returns the identifier of the comparison. */
    String create(Form form) throws IOException {
        Answer answer = upload(form);
        while (answer.status() != CREATED && hasTime()) {
            answer = upload(form);
        }
        String location = answer.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Sends text as it is. */
    Answer send(String text) throws IOException {
        return counted(this.caller.exchange(text, null));
    }

    /** Opens a connection and sends the first part of a request. */
    Socket begin(byte[] start) throws IOException {
        Socket socket = this.caller.connect();
        socket.getOutputStream().write(start);
        socket.getOutputStream().flush();
        return socket;
    }

    /** Sends many requests over one connection, and reads the answers afterwards. */
    void pipeline(byte[] requests) throws IOException {
        Socket socket = begin(requests);
        try {
            byte[] buffer = new byte[1 << 16];
            for (int read = socket.getInputStream().read(buffer); read >= 0; read =
                    socket.getInputStream().read(buffer)) {
                STATUS.matcher(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))
                        .results()
                        .forEach(status -> count(status.group(1)));
            }
        } finally {
            end(socket);
        }
    }

    /** Sends a request, and reads the answer byte by byte, until the service closes the connection or the time is over. */
    void readSlowly(byte[] request, Duration pause) throws IOException {
        readSlowly(this.caller, request, pause);
    }

    /** The same through the trusted proxy. */
    void readSlowlyThroughProxy(byte[] request, Duration pause) throws IOException {
        readSlowly(this.proxied, request, pause);
    }

    private void readSlowly(Caller from, byte[] request, Duration pause) throws IOException {
        Socket socket = from.connect(NARROW);
        try {
            socket.getOutputStream().write(request);
            while (hasTime() && socket.getInputStream().read() >= 0) {
                pause(pause);
            }
            count("closed");
        } finally {
            from.end(socket);
        }
    }

    void end(Socket socket) throws IOException {
        this.caller.end(socket);
    }

    /** Sends the rest of a request byte by byte, until the service closes the connection or the time is over. */
    void drip(byte[] start, byte[] rest, Duration pause) throws IOException {
        Socket socket = begin(start);
        try {
            for (int i = 0; hasTime(); i++) {
                pause(pause);
                socket.getOutputStream().write(rest[i % rest.length]);
            }
        } finally {
            end(socket);
        }
    }

    void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void count(String outcome) {
        this.outcomes.merge(outcome, 1, Integer::sum);
    }

    /** The number of each outcome. */
    synchronized String outcomes() {
        return this.outcomes.entrySet()
                .stream()
                .map(outcome -> outcome.getValue() + " × " + outcome.getKey())
                .collect(Collectors.joining(", "));
    }

    private Answer counted(Answer answer) {
        count(String.valueOf(answer.status()));
        if (answer.status() == TOO_BUSY) {
            pause(REFUSED);
        }
        return answer;
    }

    private void attempt(Task task, int number) {
        try {
            task.run(number);
        } catch (IOException ex) {
            if (hasTime()) {
                count("closed");
                pause(REFUSED);
            }
        }
    }

    @Override
    public void close() {
        for (Caller each : List.of(this.caller, this.proxied)) {
            try {
                each.close();
            } catch (IOException ex) {
                // The connections are closed all the same.
            }
        }
    }

    /** What one thread does. */
    interface Task {

        /**
         * @param number a different number for each thread and round
         */
        void run(int number) throws IOException;
    }

    /** A multipart form with archives. */
    record Form(byte[] bytes) {

        static final String CONTENT_TYPE = UploadBody.CONTENT_TYPE;

        static Form of(byte[]... archives) {
            UploadBody body = new UploadBody();
            for (int i = 0; i < archives.length; i++) {
                body.archive(i + ".tar", archives[i]);
            }
            try {
                return new Form(body.stream().readAllBytes());
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
    }
}
