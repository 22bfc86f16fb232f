package dev.tare.training;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import dev.tare.fixture.Folders;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of an image that Jib wrote as a docker archive, in a folder of this machine. Its JVM runs there without a
 * container or root rights: the image's own dynamic loader starts it with the image's own libraries.
 */
record ImageFiles(Path root, Map<String, String> environment) implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Extracts the image to a new folder. */
    static ImageFiles extract(Path archive, Path root) throws IOException {
        Files.createDirectory(root);
        JsonNode manifest = JSON.readTree(entry(archive, "manifest.json")).get(0);
        for (JsonNode layer : manifest.get("Layers")) {
            try (InputStream blob = open(archive, layer.asString());
                    TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(blob))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    extract(root, tar, entry);
                }
            }
        }
        JsonNode config = JSON.readTree(entry(archive, manifest.get("Config").asString()));
        return new ImageFiles(root, environment(config));
    }

    /** The command that starts the image's Java here. */
    List<String> java() throws IOException {
        String libraries = Stream.of("lib/%s-linux-gnu", "usr/lib/%s-linux-gnu", "lib64", "usr/lib64", "lib", "usr/lib")
                .map(folder -> this.root.resolve(folder.formatted(architecture())).toString())
                .collect(Collectors.joining(":"));
        return List.of(loader().toString(), "--library-path", libraries, program("java").toString());
    }

    /** The jars of the class path after Tare's own, each after a colon. */
    String libraries() throws IOException {
        return Stream.of(Files.readString(this.root.resolve("app/jib-classpath-file")).strip().split(":"))
                .filter(path -> path.startsWith("/app/libs/"))
                .map(path -> ":" + this.root + path)
                .collect(Collectors.joining());
    }

    @Override
    public void close() throws IOException {
        Folders.delete(this.root);
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }

    private Path loader() throws IOException {
        List<Path> folders = Stream.of("lib64", "lib").map(this.root::resolve).filter(Files::isDirectory).toList();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> loaders =
                        files.filter(file -> file.getFileName().toString().matches("ld-(linux|musl).*")).toList();
                if (!loaders.isEmpty()) {
                    return loaders.getFirst();
                }
            }
        }
        throw new IllegalStateException("the image has no dynamic loader");
    }

    /** Not the path of a link, because Java looks for its libraries beside it. */
    private Path program(String name) throws IOException {
        return Stream.of(this.environment.getOrDefault("PATH", "/usr/bin").split(":"))
                .map(folder -> this.root.resolve(folder.substring(1)).resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the image has no program " + name))
                .toRealPath();
    }

    private static Map<String, String> environment(JsonNode config) {
        Map<String, String> environment = new HashMap<>();
        for (JsonNode variable : config.at("/config/Env")) {
            String[] parts = variable.asString().split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        environment.put("XDG_CACHE_HOME", System.getProperty("java.io.tmpdir"));
        return environment;
    }

    /** Links that begin at the root begin at the folder. Devices and whiteouts play no part here. */
    private static void extract(Path root, InputStream content, TarArchiveEntry entry) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("outside of the image: " + entry.getName());
        }
        if (entry.isDirectory()) {
            if (!Files.exists(path)) {
                Files.createDirectories(path);
            }
        } else if (entry.isSymbolicLink()) {
            replace(path);
            String target = entry.getLinkName();
            Files.createSymbolicLink(path, target.startsWith("/") ? Path.of(root + target) : Path.of(target));
        } else if (entry.isLink()) {
            replace(path);
            Files.createLink(path, root.resolve(entry.getLinkName()));
        } else if (entry.isFile()) {
            replace(path);
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(path, entry.getLastModifiedTime());
            path.toFile().setExecutable((entry.getMode() & 0111) != 0);
        }
    }

    private static void replace(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(path);
        }
    }

    private static InputStream entry(Path archive, String name) throws IOException {
        try (InputStream content = open(archive, name)) {
            return new ByteArrayInputStream(content.readAllBytes());
        }
    }

    private static InputStream open(Path archive, String name) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(archive)));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return tar;
            }
        }
        throw new IOException(archive + " has no entry " + name);
    }
}
