package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.tare.archive.zip.ZipSlice;
import dev.tare.ecosystem.java.JarContents.ReadJar;
import dev.tare.ecosystem.java.JarShares.Identified;
import dev.tare.image.Digest;

/**
 * Measures how well the jars of a local Maven repository are identified, as if they were in one folder of an image. The
 * paths in a repository are the known coordinates. Run the main method with the path of the repository and, if you want,
 * the beginning of the lists to print: {@code wrong} or {@code unknown}.
 */
final class RepositoryShares {

    private static final Digest NO_CONTENT = Digest.sha256Of(new byte[0]);

    private RepositoryShares() {}

    public static void main(String[] args) throws IOException {
        List<Artifact> artifacts = artifacts(Path.of(args[0]));
        for (Names names : Names.values()) {
            for (boolean poms : new boolean[] { true, false }) {
                String title = names + (poms ? "" : ", without pom.properties");
                List<Identified> all = identify(artifacts, names, poms);
                print(System.out, title, all, args);
                for (int half = 0; half < 2; half++) {
                    int only = half;
                    print(System.out, title + ", half " + half, all.stream()
                            .filter(one -> Math.floorMod(one.groupId().hashCode(), 2) == only)
                            .toList(), new String[1]);
                }
            }
        }
    }

    private static void print(PrintStream out, String title, List<Identified> jars, String[] args) {
        JarShares shares = JarShares.of(jars);
        out.println(title + ": " + shares.describe());
        if (args.length > 1) {
            (args[1].equals("wrong") ? shares.wrong() : shares.unknown()).forEach(one -> out.println("  " + one));
        }
    }

    /** The jars without classifiers. */
    private static List<Artifact> artifacts(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .flatMap(file -> Artifact.of(repository, file).stream())
                    .toList();
        }
    }

    private static List<Identified> identify(List<Artifact> artifacts, Names names, boolean poms) throws IOException {
        JarFamilies families = new JarFamilies();
        for (Artifact artifact : artifacts) {
            String path = names.path(artifact);
            ReadJar jar = poms ? JarWays.inMemory(path, Files.readAllBytes(artifact.file)).jar()
                    : withoutPoms(path, artifact.file);
            JarCoordinates found = jar.coordinates();
            families.add(new Jar(path, found.groupId(), found.artifactId(), found.version(), found.evidence(),
                    found.certainty(), 0, NO_CONTENT, 0), jar.place());
        }
        List<Jar> jars = families.jars();
        List<Identified> identified = new ArrayList<>();
        for (int i = 0; i < jars.size(); i++) {
            identified.add(new Identified(artifacts.get(i).groupId, artifacts.get(i).artifactId, jars.get(i)));
        }
        return identified;
    }

    private static ReadJar withoutPoms(String path, Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JarNames names = new JarNames();
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith("META-INF/maven/"))
                    .forEach(names::add);
            ZipEntry manifest = zip.getEntry(JarManifest.PATH);
            JarIdentity identity = JarIdentity.of(JarFileName.parse(path),
                    manifest == null ? JarManifest.NONE
                            : JarManifest.parse(ZipSlice.of(zip.getInputStream(manifest).readAllBytes())),
                    List.of(), names);
            return new ReadJar(identity.coordinates(), List.of(), names.commonPackage(), null);
        }
    }

    /** The names that tools give to jars. */
    private enum Names {

        MAVEN, PRODUCT, QUARKUS;

        String path(Artifact artifact) {
            return switch (this) {
                case MAVEN -> "lib/" + artifact.artifactId + "-" + artifact.version + ".jar";
                case PRODUCT -> "lib/" + artifact.artifactId + ".jar";
                case QUARKUS -> "lib/main/" + artifact.groupId + "." + artifact.artifactId + "-" + artifact.version
                        + ".jar";
            };
        }
    }

    /** A jar of a repository. */
    private record Artifact(String groupId, String artifactId, String version, Path file) {

        static List<Artifact> of(Path repository, Path file) {
            Path path = repository.relativize(file);
            int names = path.getNameCount();
            if (names < 4) {
                return List.of();
            }
            Artifact artifact = new Artifact(path.subpath(0, names - 3).toString().replace('/', '.'),
                    path.getName(names - 3).toString(), path.getName(names - 2).toString(), file);
            return file.endsWith(artifact.artifactId + "-" + artifact.version + ".jar") ? List.of(artifact) : List.of();
        }
    }
}
