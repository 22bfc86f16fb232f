package dev.tare.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.tare.catalog.RequestQueue;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.kubernetes.Manifests;
import dev.tare.web.upload.UploadBody;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends the requests of the probes of the manifest to a server with the configuration of the image. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "management.server.port=0", "server.address=127.0.0.1", "tare.queue.concurrency=2",
                "tare.queue.capacity=4", "tare.queue.max-wait=10m", "tare.queue.client-share=100" })
@ActiveProfiles("container")
class ProbesIT {

    private static final int PATIENCE_MILLIS = 30_000;

    private final HttpClient client = HttpClient.newHttpClient();

    private final List<Socket> uploads = new ArrayList<>();

    @Autowired
    private RequestQueue queue;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @AfterEach
    void close() throws IOException {
        for (Socket upload : this.uploads) {
            upload.close();
        }
    }

    @Test
    void probesAreAnswered() throws Exception {
        assertProbesAreAnswered();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void probesAreAnsweredWhileUploadsHoldAllSlotsAndTheQueueIsFull() throws Exception {
        try (Turn first = this.queue.enter("first"); Turn second = this.queue.enter("second")) {
            first.resume();
            second.resume();
            for (int count = 0; count < 4; count++) {
                beginUpload();
            }
            awaitMetric("tare_queue_waiting 4.0");
            assertProbesAreAnswered();
            assertThat(metrics()).contains("tare_queue_running 2.0").contains("tare_queue_waiting 4.0");
        }
    }

    private void awaitMetric(String line) throws Exception {
        while (!metrics().contains(line)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void assertProbesAreAnswered() throws Exception {
        Container container = Manifests.container();
        for (Probe probe : List.of(container.getStartupProbe(), container.getReadinessProbe(),
                container.getLivenessProbe())) {
            HTTPGetAction action = probe.getHttpGet();
            int target = action.getPort().getStrVal().equals("http") ? this.port : this.managementPort;
            assertThat(get(target, action.getPath()).statusCode()).as(action.getPath()).isEqualTo(200);
        }
    }

    private void beginUpload() throws IOException {
        Socket upload = new Socket();
        this.uploads.add(upload);
        upload.connect(new InetSocketAddress("127.0.0.1", this.port), PATIENCE_MILLIS);
        upload.getOutputStream().write("""
                POST /api/comparisons HTTP/1.1\r
                Host: localhost\r
                Content-Type: %s\r
                Content-Length: 1000000\r
                \r
                --upload-boundary\r
                Content-Disposition: form-data; name="archive"; filename="a.tar"\r
                \r
                first bytes""".formatted(UploadBody.CONTENT_TYPE).getBytes(StandardCharsets.US_ASCII));
        upload.getOutputStream().flush();
    }

    private String metrics() throws Exception {
        return get(this.managementPort, "/actuator/prometheus").body();
    }

    private HttpResponse<String> get(int server, String path) throws Exception {
        return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server + path)).build(),
                BodyHandlers.ofString());
    }

}
