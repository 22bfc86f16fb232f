package dev.tare.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import dev.tare.TareApplication;
import dev.tare.fixture.FreePort;

/** Tare as a service in its own process, with the limits of a pod. */
final class ServiceProcess implements AutoCloseable {

    private static final String LOCAL = "127.0.0.1";

    /** A proxy whose header X-Forwarded-For the service trusts. Only requests through this proxy come from here. */
    static final String PROXY = "127.0.0.4";

    private static final Duration START = Duration.ofMinutes(1);

    private static final Duration POLL = Duration.ofMillis(200);

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private static final String METRICS = "GET /actuator/prometheus?includedNames=tare_queue_running,tare_queue_waiting"
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    /** Sets the peak of the resident memory to the current use. */
    private static final String RESET_PEAK = "5";

    private final Process process;

    private final int port;

    private final int managementPort;

    private Duration cpu = Duration.ZERO;

    private ServiceProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts the service, and waits until it is ready.
     *
     * @param classPath folders and files, like in the image: a jar in a jar would be slower
     * @param log       the file for its output
     */
    static ServiceProcess start(String classPath, Pod pod, Path log) throws IOException, InterruptedException {
        int port = FreePort.find();
        int managementPort = FreePort.find();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(pod.javaOptions());
        command.addAll(List.of("-cp", classPath, TareApplication.class.getName(), "--spring.profiles.active=container",
                "--spring.main.cloud-platform=kubernetes", "--tare.connection.trusted-proxies=" + PROXY,
                "--server.address=127.0.0.1", "--tare.registries.internal=127.0.0.0/8",
                "--server.port=" + port, "--management.server.port=" + managementPort));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // The service ends even if a signal ends this program.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        ServiceProcess service = new ServiceProcess(process, port, managementPort);
        try {
            service.awaitReady(log);
            return service;
        } catch (IOException | InterruptedException | RuntimeException ex) {
            service.close();
            throw ex;
        }
    }

    int port() {
        return this.port;
    }

    int managementPort() {
        return this.managementPort;
    }

    boolean isAlive() {
        return this.process.isAlive();
    }

    /** The exit status of a service that ended. */
    int exitStatus() {
        return this.process.exitValue();
    }

    /** Whether no request has a turn or waits for one. */
    boolean isIdle() {
        try (Caller caller = new Caller(LOCAL, this.managementPort, START)) {
            String metrics = caller.exchange(METRICS, null).text();
            return metrics.contains("tare_queue_running 0.0") && metrics.contains("tare_queue_waiting 0.0");
        } catch (IOException ex) {
            return false;
        }
    }

    /** The processor time so far, on all processors. After the end of the service, it is the time known before. */
    Duration cpu() {
        this.cpu = this.process.info().totalCpuDuration().orElse(this.cpu);
        return this.cpu;
    }

    /** The peak of the resident memory in bytes since {@link #resetPeakMemory()}, if the system reports it. */
    OptionalLong peakMemory() {
        try {
            return PEAK.matcher(Files.readString(proc("status")))
                    .results()
                    .mapToLong(match -> Long.parseLong(match.group(1)) << 10)
                    .findFirst();
        } catch (IOException ex) {
            return OptionalLong.empty();
        }
    }

    /** Begins a new measurement of the peak memory. Without permission, the peak is that since the start. */
    void resetPeakMemory() {
        try {
            Files.writeString(proc("clear_refs"), RESET_PEAK);
        } catch (IOException ex) {
            // The peak remains that of the whole run.
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(this.process.pid()), file);
    }

    @Override
    public void close() {
        this.process.destroy();
        try {
            if (!this.process.waitFor(START)) {
                this.process.destroyForcibly();
            }
        } catch (InterruptedException ex) {
            this.process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!isAlive() || System.nanoTime() > end) {
                throw new IOException("The service does not start. Its output is in " + log);
            }
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        }
    }

    private boolean isReady() {
        try (Caller onPort = new Caller(LOCAL, this.port, START);
                Caller onManagementPort = new Caller(LOCAL, this.managementPort, START)) {
            return onPort.get("/readyz").status() == 200
                    && onManagementPort.get("/actuator/health/liveness").status() == 200;
        } catch (IOException ex) {
            return false;
        }
    }
}
