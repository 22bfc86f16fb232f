package dev.tare;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Does the work of the command and then of the service once, in one process, while the JVM records what it loads, links
 * and calls for an AOT cache (JEP 483, 514 and 515). Only the build runs it. It is in the application, because the class
 * path of the recording must be the one that later uses the cache.
 */
final class Training {

    private static final String BOUNDARY = "tare-training";

    private static final List<String> PAGES = List.of("", "/map", "/files", "/layers", "/report.json", "/report.md");

    private Training() {}

    /**
     * @param args {@code command} or {@code service}, an archive, and the name of an image in a registry
     * @throws IllegalStateException if anything fails, because a cache without it would be slower
     */
    public static void main(String... args) throws Exception {
        String archive = args[1];
        String name = args[2];
        TemporaryFolder.use();
        command("--version");
        command("inspect", name, "--format", "json");
        command("compare", archive, name);
        command("sizes", name, name);
        switch (args[0]) {
            case "command" -> command("inspect", archive);
            case "service" -> service(Path.of(archive));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void command(String... arguments) {
        int status = TareApplication.command(arguments);
        if (status != 0) {
            throw new IllegalStateException("status " + status + ": " + String.join(" ", arguments));
        }
    }

    private static void service(Path archive) throws Exception {
        try (ConfigurableApplicationContext service = SpringApplication.run(TareApplication.class, "--server.port=0",
                "--server.address=127.0.0.1", "--management.server.port=0", "--management.server.address=127.0.0.1");
                HttpClient client = HttpClient.newHttpClient()) {
            String page = address(service, "local.server.port");
            get(client, address(service, "local.management.port") + "/actuator/health/readiness");
            get(client, page + "/");
            get(client, page + "/tare.css");
            String comparison = compare(client, page, archive);
            for (String path : PAGES) {
                get(client, page + "/comparisons/" + comparison + path);
            }
        }
    }

    private static String address(ConfigurableApplicationContext service, String property) {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty(property);
    }

    /** Uploads an archive twice, and returns the identifier of the comparison. */
    private static String compare(HttpClient client, String page, Path archive) throws Exception {
        List<BodyPublisher> form = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            form.add(BodyPublishers.ofString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"archive\"; "
                    + "filename=\"image.tar\"\r\n\r\n"));
            form.add(BodyPublishers.ofFile(archive));
            form.add(BodyPublishers.ofString("\r\n"));
        }
        form.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        HttpRequest upload = HttpRequest.newBuilder(URI.create(page + "/api/comparisons"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(form.toArray(BodyPublisher[]::new)))
                .build();
        String location = send(client, upload).headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static void get(HttpClient client, String address) throws Exception {
        send(client, HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", "gzip").build());
    }

    private static HttpResponse<byte[]> send(HttpClient client, HttpRequest request) throws Exception {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("status " + response.statusCode() + ": " + request.uri());
        }
        return response;
    }
}
