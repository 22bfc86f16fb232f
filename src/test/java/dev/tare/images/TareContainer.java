package dev.tare.images;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.github.dockerjava.api.command.CreateContainerCmd;
import dev.tare.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import org.testcontainers.containers.GenericContainer;

/**
 * A container of Tare with the limits and security context of the Kubernetes manifest. It is ready once it started.
 */
final class TareContainer extends GenericContainer<TareContainer> {

    static final int HTTP_PORT = 8080;

    static final int MANAGEMENT_PORT = 8081;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Readiness readiness = new Readiness();

    private long createdNanos;

    TareContainer(Flavour flavour) {
        this(flavour, (command) -> {});
    }

    /** Starts Tare in another way. The volume has the executable jar. */
    TareContainer(Flavour flavour, Launch launch, ArchivesVolume volume) {
        this(flavour, (command) -> {
            launch.apply(command, LoadedImage.of(flavour));
            command.getHostConfig().withVolumesFrom(volume.readOnly());
        });
    }

    private TareContainer(Flavour flavour, Consumer<CreateContainerCmd> launch) {
        super(LoadedImage.of(flavour).reference());
        withImagePullPolicy((image) -> false);
        withLabels(Leftovers.LABELS);
        withExposedPorts(HTTP_PORT, MANAGEMENT_PORT);
        withEnv("TARE_SECURITY_OPEN", "true");
        withEnv("TARE_SECURITY_ALLOWEDHOSTS", getHost());
        withCreateContainerCmdModifier(Confinement::apply);
        withCreateContainerCmdModifier(launch);
        waitingFor(this.readiness);
    }

    /**
     * The time from the start of the container until it was ready.
     */
    Duration timeToReady() {
        return Duration.ofNanos(this.readiness.readyNanos() - this.createdNanos);
    }

    /**
     * Gets the home page.
     * @return the time from the start of the container until the page was here
     */
    Duration timeToFirstPage() throws IOException, InterruptedException {
        HttpResponse<byte[]> page = get("/");
        if (page.statusCode() != 200) {
            throw new IllegalStateException("The home page has the status " + page.statusCode());
        }
        return Duration.ofNanos(System.nanoTime() - this.createdNanos);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(getHost(), getMappedPort(HTTP_PORT));
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return get(HTTP_PORT, path, PATIENCE);
    }

    HttpResponse<byte[]> getManagement(String path) throws IOException, InterruptedException {
        return get(MANAGEMENT_PORT, path, PATIENCE);
    }

    HttpResponse<byte[]> get(HTTPGetAction action) throws IOException, InterruptedException {
        return get(port(action), action.getPath(), PATIENCE);
    }

    /**
     * The port of a probe in the container.
     */
    static int port(HTTPGetAction action) {
        return action.getPort().getStrVal().equals("http") ? HTTP_PORT : MANAGEMENT_PORT;
    }

    /**
     * Sends SIGTERM, and does not wait for the end.
     */
    void terminate() {
        Engine.client().killContainerCmd(getContainerId()).withSignal("TERM").exec();
    }

    /**
     * Waits until the container does not answer new requests.
     */
    void awaitRefusal() throws InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end;) {
            try {
                get(HTTP_PORT, "/", Duration.ofSeconds(1));
            } catch (IOException ex) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("New requests are still answered after " + PATIENCE);
    }

    /**
     * Waits as long as Kubernetes would until the container has ended.
     * @return the exit code
     */
    int awaitEnd() {
        long grace = Manifests.pod().getTerminationGracePeriodSeconds();
        return Engine.client().waitContainerCmd(getContainerId()).start().awaitStatusCode(grace, TimeUnit.SECONDS);
    }

    @Override
    protected void containerIsCreated(String containerId) {
        this.createdNanos = System.nanoTime();
    }

    private HttpResponse<byte[]> get(int port, String path, Duration timeout) throws IOException, InterruptedException {
        URI uri = URI.create("http://%s:%d%s".formatted(getHost(), getMappedPort(port), path));
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(HttpRequest.newBuilder(uri).timeout(timeout).build(), BodyHandlers.ofByteArray());
        }
    }

}
