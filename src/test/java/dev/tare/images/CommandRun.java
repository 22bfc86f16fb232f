package dev.tare.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
 * A run of Tare's command in one of its images, with the security context and limits of Tare. It reads the archives of
 * both images and can write to one folder.
 *
 * @param written the file that the command wrote to the folder; empty if it wrote no file
 */
record CommandRun(int exitCode, String output, String error, byte[] written) {

    private static final String VOLUME = "/results";

    private static final String WRITABLE = "written";

    private static final int PATIENCE_SECONDS = 120;

    /**
     * The path of a writable file in the container.
     */
    static String writable(String name) {
        return "%s/%s/%s".formatted(VOLUME, WRITABLE, name);
    }

    /**
     * Runs the command to its end.
     */
    static CommandRun of(Flavour flavour, ArchivesVolume archives, String... arguments) throws IOException {
        DockerClient client = Engine.client();
        CreateContainerCmd create = client.createContainerCmd(LoadedImage.of(flavour).reference())
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode("none").withVolumesFrom(archives.readOnly()))
                .withVolumes(new Volume(VOLUME))
                .withLabels(Leftovers.LABELS)
                .withCmd(arguments);
        Confinement.apply(create);
        String id = create.exec().getId();
        try {
            // The client's withHostResource would compress the copy.
            client.copyArchiveToContainerCmd(id)
                    .withTarInputStream(new ByteArrayInputStream(writableFolder()))
                    .withRemotePath(VOLUME)
                    .exec();
            client.startContainerCmd(id).exec();
            int exitCode = client.waitContainerCmd(id).start().awaitStatusCode(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new CommandRun(exitCode, LogUtils.getOutput(client, id, OutputType.STDOUT),
                    LogUtils.getOutput(client, id, OutputType.STDERR), written(client, id));
        } finally {
            client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
        }
    }

    private static byte[] writableFolder() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(content)) {
            TarArchiveEntry folder = new TarArchiveEntry(WRITABLE + "/");
            folder.setMode(0777);
            tar.putArchiveEntry(folder);
            tar.closeArchiveEntry();
        }
        return content.toByteArray();
    }

    private static byte[] written(DockerClient client, String id) throws IOException {
        String folder = "%s/%s".formatted(VOLUME, WRITABLE);
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
