package dev.tare.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The contexts in Docker's folder of settings. A context names an engine, and may have keys and certificates for it.
 *
 * @see <a href="https://docs.docker.com/engine/manage-resources/contexts/">Docker contexts</a>
 */
final class DockerContexts {

    private static final int MAX_SIZE = 1 << 20;

    /** The context of the variables and the usual sockets. It has no files. */
    private static final String DEFAULT = "default";

    private final Path folder;

    DockerContexts(Path folder) {
        this.folder = folder;
    }

    /** The engine of the context that {@code config.json} selects, or {@code null} for the usual sockets. */
    @Nullable
    EngineAddress current() {
        Path file = this.folder.resolve("config.json");
        JsonNode config = read(file);
        String name = config == null ? null : EngineJson.text(config, "currentContext");
        return name == null ? null : find(name, file.toString());
    }

    /**
     * The engine of a context, or {@code null} for the usual sockets.
     *
     * @param setting the variable or file that names the context
     * @throws EngineException if there is no such context
     */
    @Nullable
    EngineAddress find(String name, String setting) {
        if (name.equals(DEFAULT)) {
            return null;
        }
        String id = Digest.sha256Of(name.getBytes(StandardCharsets.UTF_8)).hex();
        JsonNode context = read(this.folder.resolve("contexts/meta").resolve(id).resolve("meta.json"));
        String host = context == null ? null : EngineJson.text(context.path("Endpoints").path("docker"), "Host");
        if (host == null) {
            throw EngineException.context(name, setting);
        }
        Path tls = this.folder.resolve("contexts/tls").resolve(id).resolve("docker");
        return EngineAddress.parse(EngineKind.DOCKER, host, "the Docker context \"" + name + "\"",
                Files.isDirectory(tls) ? new KeyFolder(tls) : null);
    }

    private static @Nullable JsonNode read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            JsonNode document = content.length > MAX_SIZE ? null : EngineJson.parse(content);
            if (document == null) {
                throw EngineException.file(EngineKind.DOCKER, file,
                        "is not a JSON object of at most " + (MAX_SIZE >> 20) + " MiB. Correct it.");
            }
            return document;
        } catch (NoSuchFileException ex) {
            return null;
        } catch (IOException ex) {
            throw EngineException.file(EngineKind.DOCKER, file,
                    "cannot be read. Allow the user that runs Tare to read it.");
        }
    }
}
