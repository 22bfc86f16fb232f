package dev.tare.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Volume;
import com.github.dockerjava.api.model.VolumesFrom;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A volume with copies of both images' archives and of the executable jar, because the engine may run on another machine. It belongs to a
 * container that never starts.
 */
record ArchivesVolume(String container) implements AutoCloseable {

    private static final String FOLDER = "/images";

    private static final Path BUILT_JAR = Path.of("target/tare.jar");

    /** The path of Spring Boot's executable jar in a container. */
    static final String JAR = FOLDER + "/" + BUILT_JAR.getFileName();

    static ArchivesVolume fill() throws IOException {
        DockerClient client = Engine.client();
        ArchivesVolume volume = new ArchivesVolume(client
                .createContainerCmd(LoadedImage.of(Flavour.DISTROLESS).reference())
                .withVolumes(new Volume(FOLDER))
                .withLabels(Leftovers.LABELS)
                .exec()
                .getId());
        Path content = Files.createTempFile("tare-", ".tar");
        try {
            write(content);
            try (InputStream in = Files.newInputStream(content)) {
                client.copyArchiveToContainerCmd(volume.container).withTarInputStream(in).withRemotePath(FOLDER).exec();
            }
        } finally {
            Files.delete(content);
        }
        return volume;
    }

    /** The path of an image's archive in a container. */
    static String archive(Flavour flavour) {
        return FOLDER + "/" + flavour.archive().path().getFileName();
    }

    VolumesFrom readOnly() {
        return new VolumesFrom(this.container, AccessMode.ro);
    }

    @Override
    public void close() {
        Engine.client().removeContainerCmd(this.container).withRemoveVolumes(true).exec();
    }

    private static void write(Path content) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(content))) {
            for (Flavour flavour : Flavour.values()) {
                put(tar, flavour.archive().path());
            }
            put(tar, BUILT_JAR);
        }
    }

    private static void put(TarArchiveOutputStream tar, Path file) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(file.getFileName().toString());
        entry.setSize(Files.size(file));
        tar.putArchiveEntry(entry);
        Files.copy(file, tar);
        tar.closeArchiveEntry();
    }

}
