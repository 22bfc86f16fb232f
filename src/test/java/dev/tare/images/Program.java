package dev.tare.images;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import org.testcontainers.utility.LogUtils;

/**
 * A program of an image that runs to its end instead of Tare, with the security context and limits of Tare.
 */
record Program(LoadedImage image, List<String> command) {

    private static final int PATIENCE_SECONDS = 60;

    static Program of(Flavour flavour, String... command) {
        return new Program(LoadedImage.of(flavour), List.of(command));
    }

    Outcome run() {
        return run(HostConfig.newHostConfig().withNetworkMode("none"));
    }

    /**
     * Runs among the processes and in the network of another container.
     */
    Outcome runBeside(TareContainer container) {
        String neighbour = "container:" + container.getContainerId();
        return run(HostConfig.newHostConfig().withPidMode(neighbour).withNetworkMode(neighbour));
    }

    private Outcome run(HostConfig host) {
        DockerClient client = Engine.client();
        CreateContainerCmd create = client.createContainerCmd(this.image.reference())
                .withHostConfig(host)
                .withLabels(Leftovers.LABELS)
                .withEntrypoint(this.command.getFirst())
                .withCmd(this.command.subList(1, this.command.size()));
        Confinement.apply(create);
        String id = create.exec().getId();
        try {
            client.startContainerCmd(id).exec();
            int exitCode = client.waitContainerCmd(id).start().awaitStatusCode(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Outcome(exitCode, LogUtils.getOutput(client, id));
        } finally {
            client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
        }
    }

    /**
     * The exit code of the program, its standard output and its standard error.
     */
    record Outcome(int exitCode, String output) {}

}
