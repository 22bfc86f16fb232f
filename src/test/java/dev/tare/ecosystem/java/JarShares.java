package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.tare.archive.zip.ZipSlice;
import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.image.Digest;

/**
 * Counts how many jars are identified exactly, by inference, or not at all, and how many inferences are wrong.
 *
 * @param wrong jars with another group or artifact than the known one
 */
public record JarShares(int exact, int inferred, List<Jar> wrong, List<Jar> unknown) {

    /** A jar whose coordinates are known. */
    public record Known(Path file, String groupId, String artifactId, String version) {

        boolean is(Jar jar) {
            return this.groupId.equals(jar.groupId()) && this.artifactId.equals(jar.artifactId());
        }
    }

    /** Identifies jars as if they were in one folder of an image. */
    public static JarShares of(List<Known> jars, boolean withoutPoms) {
        JarFamilies families = new JarFamilies();
        jars.forEach(known -> add(families, known, withoutPoms));
        List<Jar> found = families.jars();
        int exact = 0;
        int inferred = 0;
        List<Jar> wrong = new ArrayList<>();
        List<Jar> unknown = new ArrayList<>();
        for (int i = 0; i < jars.size(); i++) {
            Jar jar = found.get(i);
            if (jar.certainty() == Certainty.UNKNOWN) {
                unknown.add(jar);
            } else if (!jars.get(i).is(jar)) {
                wrong.add(jar);
            } else if (jar.certainty() == Certainty.EXACT) {
                exact++;
            } else {
                inferred++;
            }
        }
        return new JarShares(exact, inferred, wrong, unknown);
    }

    /** The jars in a local Maven repository, one version of each. */
    public static List<Known> ofRepository(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .flatMap(file -> known(repository, file).stream())
                    .toList();
        }
    }

    private static List<Known> known(Path repository, Path file) {
        Path path = repository.relativize(file);
        int names = path.getNameCount();
        if (names < 4) {
            return List.of();
        }
        String version = path.getName(names - 2).toString();
        String artifactId = path.getName(names - 3).toString();
        String groupId = path.subpath(0, names - 3).toString().replace('/', '.');
        return file.getFileName().toString().equals(artifactId + "-" + version + ".jar")
                ? List.of(new Known(file, groupId, artifactId, version))
                : List.of();
    }

    private static void add(JarFamilies families, Known known, boolean withoutPoms) {
        try {
            ZipSlice content = ZipSlice.of(Files.readAllBytes(known.file()));
            String path = "lib/" + known.file().getFileName();
            JarContents.ReadJar read = withoutPoms ? withoutPoms(known.file(), path)
                    : MemoryJar.read(JarFileName.parse(path), content, 8).jar();
            JarCoordinates coordinates = read.coordinates();
            families.add(new Jar(path, coordinates.groupId(), coordinates.artifactId(), coordinates.version(),
                    coordinates.evidence(), coordinates.certainty(), content.length(), Digest.sha256Of(new byte[0]), 0),
                    read.common());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static JarContents.ReadJar withoutPoms(Path file, String path) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JarNames names = new JarNames();
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements();) {
                String name = e.nextElement().getName();
                if (!name.startsWith("META-INF/maven/")) {
                    names.add(name);
                }
            }
            ZipEntry entry = zip.getEntry(JarManifest.PATH);
            JarManifest manifest = entry == null ? JarManifest.NONE
                    : JarManifest.parse(ZipSlice.of(zip.getInputStream(entry).readAllBytes()));
            return new JarContents.ReadJar(
                    JarIdentity.of(JarFileName.parse(path), manifest, List.of(), names).coordinates(), List.of(),
                    names.commonPackage(), null);
        }
    }

    public static void main(String[] args) throws IOException {
        List<Known> all = ofRepository(Path.of(args[0]));
        for (boolean withoutPoms : new boolean[] { false, true }) {
            JarFamilies families = new JarFamilies();
            all.forEach(known -> add(families, known, withoutPoms));
            List<Jar> jars = families.jars();
            java.util.Map<String, java.util.Set<String>> out = new java.util.TreeMap<>();
            for (int i = 0; i < jars.size(); i++) {
                Jar jar = jars.get(i);
                Known k = all.get(i);
                String o = jar.certainty() == Certainty.UNKNOWN ? "unknown" : !k.is(jar) ? "WRONG"
                        : jar.certainty() == Certainty.EXACT ? "exact"
                        : "right";
                String half = Math.floorMod(k.groupId().hashCode() * 31, 2) == 0 ? "A" : "B";
                out.computeIfAbsent(half + " " + o, x -> new java.util.TreeSet<>())
                        .add(k.groupId() + ":" + k.artifactId());
                out.computeIfAbsent("  " + jar.evidence() + " " + o, x -> new java.util.TreeSet<>())
                        .add(k.groupId() + ":" + k.artifactId() + " " + jar.library() + " " + jar.version());
            }
            System.out.println("== withoutPoms " + withoutPoms);
            out.forEach((k, v) -> System.out.println(k + " " + v.size()));
            out.forEach((k, v) -> {
                if (k.startsWith("  ") && (k.endsWith("WRONG") || args.length > 1 && k.endsWith(args[1])))
                    v.forEach(x -> System.out.println(k + " " + x));
            });
        }
    }
}
