package dev.tare.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.utility.LogUtils;

/**
 * Tare's command in one of its images, confined as Tare itself is. The archives of both images lie in a volume, copied
 * there so that the engine may be another machine's, and beside them a folder that can be written.
 *
 * @param written the file that the command wrote into that folder, empty if it wrote none
 */
record CommandRun(int exitCode, String output, String error, byte[] written) {

    private static final String FOLDER = "/images";

    private static final String WRITABLE = "written";

    private static final int PATIENCE_SECONDS = 120;

    /**
     * The path in the container of an image's archive.
     */
    static String archive(Flavour flavour) {
        return FOLDER + "/" + flavour.archive().path().getFileName();
    }

    /**
     * The path in the container of a file that can be written.
     */
    static String writable(String name) {
        return "%s/%s/%s".formatted(FOLDER, WRITABLE, name);
    }

    /**
     * Runs the command to its end.
     */
    static CommandRun of(Flavour flavour, String... arguments) throws IOException {
        DockerClient client = Engine.client();
        CreateContainerCmd create = client.createContainerCmd(LoadedImage.of(flavour).reference())
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode("none"))
                .withVolumes(new Volume(FOLDER))
                .withLabels(Leftovers.LABELS)
                .withCmd(arguments);
        Confinement.apply(create);
        String id = create.exec().getId();
        try {
            fill(client, id);
            client.startContainerCmd(id).exec();
            int exitCode = client.waitContainerCmd(id).start().awaitStatusCode(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new CommandRun(exitCode, LogUtils.getOutput(client, id, OutputType.STDOUT),
                    LogUtils.getOutput(client, id, OutputType.STDERR), written(client, id));
        } finally {
            client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
        }
    }

    // Not by the client's withHostResource, which compresses what it copies.
    private static void fill(DockerClient client, String id) throws IOException {
        Path content = Files.createTempFile("tare-", ".tar");
        try {
            write(content);
            try (InputStream in = Files.newInputStream(content)) {
                client.copyArchiveToContainerCmd(id).withTarInputStream(in).withRemotePath(FOLDER).exec();
            }
        } finally {
            Files.delete(content);
        }
    }

    private static void write(Path content) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(content))) {
            TarArchiveEntry folder = new TarArchiveEntry(WRITABLE + "/");
            folder.setMode(0777);
            tar.putArchiveEntry(folder);
            tar.closeArchiveEntry();
            for (Flavour flavour : Flavour.values()) {
                Path archive = flavour.archive().path();
                TarArchiveEntry entry = new TarArchiveEntry(archive.getFileName().toString());
                entry.setSize(Files.size(archive));
                tar.putArchiveEntry(entry);
                Files.copy(archive, tar);
                tar.closeArchiveEntry();
            }
        }
    }

    private static byte[] written(DockerClient client, String id) throws IOException {
        String folder = "%s/%s".formatted(FOLDER, WRITABLE);
        try (InputStream copied = client.copyArchiveFromContainerCmd(id, folder).exec();
                TarArchiveInputStream tar = new TarArchiveInputStream(copied)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    return tar.readAllBytes();
                }
            }
        }
        return new byte[0];
    }

}
