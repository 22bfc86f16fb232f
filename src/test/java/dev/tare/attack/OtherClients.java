package dev.tare.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.attack.Attacker.Form;
import dev.tare.attack.Caller.Answer;
import dev.tare.attack.Watcher.Request;
import dev.tare.kubernetes.Manifests;
import dev.tare.web.upload.BadArchives;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;

/** The requests of honest clients, and those of the probes of the manifest, each from its own address. */
final class OtherClients {

    private static final String HONEST = "127.0.0.2";

    /** Another honest client, behind the trusted proxy. */
    private static final String PROXIED = "198.51.100.1";

    private static final String KUBELET = "127.0.0.3";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private OtherClients() {}

    /**
     * Compares two small images, and returns the requests for the home page, the page and the JSON of this comparison, for
     * the same comparison again, and for the home page through the trusted proxy.
     */
    static List<Request> honest(ServiceProcess service) throws IOException {
        Caller caller = new Caller(HONEST, service.port(), PATIENCE);
        Caller proxied = Caller.throughProxy(PROXIED, service.port(), PATIENCE);
        Form form = Form.of(BadArchives.good(), BadArchives.other());
        Answer created = caller.upload("/api/comparisons", Form.CONTENT_TYPE, form.bytes());
        String api = created.header("Location");
        String page = api.replace("/api/", "/");
        return List.of(new Request("home page", 200, () -> caller.get("/", "text/html")),
                new Request("comparison page", 200, () -> caller.get(page, "text/html")),
                new Request("comparison as JSON", 200, () -> caller.get(api, "application/json")),
                new Request("upload", 201,
                        () -> caller.upload("/api/comparisons", Form.CONTENT_TYPE, form.bytes())),
                new Request("home page through the proxy", 200, () -> proxied.get("/", "text/html")));
    }

    /** The probes, and liveness on the port of the clients too. Each has the time that the manifest permits. */
    static List<Request> probes(ServiceProcess service) throws IOException {
        Container container = Manifests.container();
        List<Request> requests = new ArrayList<>();
        for (Probe probe : Stream.of(container.getStartupProbe(), container.getLivenessProbe(),
                container.getReadinessProbe()).toList()) {
            String path = probe.getHttpGet().getPath();
            int port = probe.getHttpGet().getPort().getStrVal().equals("http") ? service.port()
                    : service.managementPort();
            Caller caller = new Caller(KUBELET, port, Duration.ofSeconds(probe.getTimeoutSeconds()));
            requests.add(new Request(path, 200, () -> caller.get(path)));
        }
        return requests;
    }
}
