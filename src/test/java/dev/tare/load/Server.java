package dev.tare.load;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.tare.attack.Pod;
import dev.tare.fixture.FreePort;

/** A server in its own JVM, with the options of the images and the limits of the Kubernetes manifest. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration POLL = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newHttpClient();

    private final Process process;

    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Tare with two or more images. */
    static Server tare(Path jar, List<Path> images, Path log) throws Exception {
        int port = FreePort.find();
        List<String> command = new ArrayList<>(List.of("-jar", jar.toString(), "serve"));
        images.forEach(image -> command.add(image.toString()));
        command.add("--server.port=" + port);
        // The load generator stands for many clients. Tare would end some connections of a single slow one.
        command.add("--tare.connection.trusted-proxies=127.0.0.1");
        return start(command, log, port);
    }

    /** The address of a path, for a browser on this machine. */
    String address(String path) {
        return "http://127.0.0.1:" + this.port + path;
    }

    /** The yardstick, whose answers resemble the samples in a folder. */
    static Server yardstick(Path samples, Path log) throws Exception {
        int port = FreePort.find();
        return start(List.of("-cp", System.getProperty("java.class.path"), Yardstick.class.getName(),
                String.valueOf(port), samples.toString()), log, port);
    }

    private static Server start(List<String> command, Path log, int port) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Server(new ProcessBuilder(
                Stream.of(List.of(java), Pod.read().javaOptions(), command).flatMap(List::stream).toList())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start(), port);
    }

    int port() {
        return this.port;
    }

    /** The time for which all processors together worked for this server. */
    Duration cpu() {
        return cpu(this.process.toHandle());
    }

    /** The same for another process. */
    static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * Waits until the server starts, and until its answer is more than an empty list.
     *
     * @throws IllegalStateException if the server ended, did not answer in five minutes, or answered with an error
     */
    String await(String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (this.process.isAlive() && System.nanoTime() < end) {
            try {
                HttpResponse<String> answer = get(path, List.of());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + " has status " + answer.statusCode());
                }
                if (!answer.body().equals("[]")) {
                    return answer.body();
                }
            } catch (ConnectException ex) {
                // The server has not opened its port yet.
            }
            this.process.waitFor(POLL);
        }
        throw new IllegalStateException("The server did not answer to " + path);
    }

    /** @param headers lines of the request */
    HttpResponse<String> get(String path, List<String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address(path)));
        headers.forEach(line -> request.header(line.substring(0, line.indexOf(':')),
                line.substring(line.indexOf(':') + 1).strip()));
        return this.client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        this.process.destroy();
        try {
            if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                this.process.destroyForcibly();
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            this.process.destroyForcibly();
        }
    }
}
