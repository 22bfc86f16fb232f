package dev.tare.attack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.tare.fixture.DockerForm;
import dev.tare.fixture.HostileImages;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.RawTar;
import dev.tare.image.Digest;
import dev.tare.limits.Limit;

import static dev.tare.fixture.HostileImages.docker;
import static dev.tare.fixture.HostileImages.gzip;
import static dev.tare.fixture.HostileImages.joined;
import static dev.tare.fixture.HostileImages.repeated;
import static dev.tare.fixture.HostileImages.storedAs;
import static dev.tare.fixture.HostileImages.withConfig;
import static dev.tare.fixture.HostileImages.withFile;
import static dev.tare.fixture.HostileImages.withLayerTimes;
import static dev.tare.fixture.HostileImages.withLayers;
import static dev.tare.fixture.HostileImages.withManifest;
import static dev.tare.fixture.HostileImages.withTar;
import static dev.tare.fixture.HostileImages.zstd;

/** Archives that are small and cost much. The same arguments give the same bytes. */
final class AttackArchives {

    private static final int MEBIBYTE = 1 << 20;

    private static final int LAYERS = 512;

    private AttackArchives() {}

    /** An image of one small file. */
    static byte[] small(String content) {
        return ImageBuilder.anImage("small:1").layer(layer -> layer.file("file", content)).asDockerArchive();
    }

    /** An image with one label of this many bytes, whose characters reports escape, in a small archive. */
    static byte[] labelled(String name, int bytes) {
        Random random = new Random(name.hashCode());
        String part = "\u202e".repeat(1000);
        StringBuilder label = new StringBuilder();
        for (int length = 0; length < bytes; length += part.length() * 3 + 8) {
            label.append(part).append(String.format("%08x", random.nextInt()));
        }
        return gzip(ImageBuilder.anImage(name)
                .layer(layer -> layer.file("file", name))
                .config(config -> config.label("label", label.toString()))
                .asDockerArchive(DockerForm.JIB));
    }

    /** An image of this many empty files, in a small archive. */
    static byte[] files(String folder, int count) {
        return gzip(withTar(filesTar(folder, count)));
    }

    /** An image of this many empty files, whose long paths consist of characters that reports escape. */
    static byte[] controlPaths(String name, int count) {
        Random random = new Random(name.hashCode());
        StringBuilder folder = new StringBuilder(name);
        for (int depth = 0; depth < 15; depth++) {
            folder.append('/').append("\u202e".repeat(80)).append(String.format("%08x", random.nextInt()));
        }
        RawTar tar = new RawTar();
        for (int i = 0; i < count; i++) {
            tar.pax("path", folder + "/" + i).entry("file", '0', "");
        }
        return gzip(withTar(tar));
    }

    /**
     * An image with a sparse file whose holes have this many bytes. As many bytes as the ratio of holes demands are
     * before them.
     */
    static byte[] sparse(String name, long holes) {
        byte[] file = new RawTar()
                .pax("GNU.sparse.name", name, "GNU.sparse.size", Long.toString(holes + 1), "GNU.sparse.map", "0,1")
                .entry(name, '0', "a")
                .withoutEnd();
        return dense(Math.toIntExact(holes / Limit.HOLES_RATIO.value() / MEBIBYTE), file);
    }

    /** An image with a gzip layer of this many mebibytes that is almost small enough to be a bomb. */
    static byte[] dense(int mebibytes) {
        return dense(mebibytes, new byte[0]);
    }

    private static byte[] dense(int mebibytes, byte[] more) {
        byte[] header = new RawTar().header("file", '0', (long) mebibytes * MEBIBYTE, "").withoutEnd();
        byte[] content = new byte[MEBIBYTE];
        byte[] noise = new byte[1700];
        new Random(mebibytes).nextBytes(noise);
        System.arraycopy(noise, 0, content, 0, noise.length);
        byte[] end = joined(more, new byte[1024]);
        MessageDigest diffId = Digest.newSha256();
        diffId.update(header);
        for (int i = 0; i < mebibytes; i++) {
            diffId.update(content);
        }
        diffId.update(end);
        return docker(List.of("layer.tar"), List.of(Digest.ofSha256(diffId.digest()).toString()))
                .file("layer.tar", joined(gzip(header), repeated(mebibytes, gzip(content)), gzip(end)))
                .toTar();
    }

    /** Hostile archives of many kinds. */
    static List<byte[]> hostile(int percent) {
        int mebibytes = Math.max(1, 80 * percent / 100);
        int document = 8_000_000 / 100 * percent;
        List<byte[]> archives = new ArrayList<>();
        archives.add(storedAs(gzip(new byte[mebibytes * MEBIBYTE])));
        archives.add(storedAs(zstd(new byte[mebibytes * MEBIBYTE])));
        archives.add(gzip(new RawTar().entry("a", '0', new byte[mebibytes * MEBIBYTE]).end()));
        archives.add(withFile("a.jar", new JarBuilder().entry("i.jar", new byte[mebibytes * MEBIBYTE]).toJar()));
        archives.add(storedAs(zstd(withTar(filesTar("zstd", 1000)), 27)));
        archives.add(withFile("a.jar", nested(8)));
        archives.add(withFile("a.jar", wide(percent)));
        archives.add(withFile("a.jar",
                new JarBuilder().overlapping("i.jar", new JarBuilder().pom("g", "a", "1").toJar(), 6000).toJar()));
        archives.add(withManifest("[".repeat(document)));
        archives.add(withConfig("{\"a\":".repeat(document / 6)));
        archives.add(withConfig("[" + "0,".repeat(document / 2 - 2) + "0]"));
        archives.add(withConfig(config("Labels", "{", "}", "\"%d\":\"x\"", document / 13)));
        archives.add(withConfig(config("Env", "[", "]", "\"V%d=x\"", document / 12)));
        archives.add(withConfig("{\"a\":" + "9".repeat(document) + "}"));
        archives.add(manyLayers(Math.max(1, 400 * percent / 100)));
        archives.add(withLayerTimes(LAYERS + 1));
        archives.add(files("many", 2200 * percent));
        archives.add(withFile("var/lib/dpkg/status",
                "Package: a\nStatus: a ok installed\nVersion: 1\n\n".repeat(2000 * percent)
                        .getBytes(StandardCharsets.UTF_8)));
        archives.add(linksLeadingAbout());
        archives.add(withTar(new RawTar().entry("x", 'x', "5 a=\n".repeat(2000 * percent))
                .entry("a", '0', "")));
        archives.add(HostileImages.withNestedIndexes(9));
        archives.add(noise(mebibytes));
        return archives;
    }

    private static byte[] filesTar(String folder, int count) {
        RawTar tar = new RawTar();
        for (int i = 0; i < count; i++) {
            tar.entry(folder + i / 1000 + "/file" + i, '0', "");
        }
        return tar.end();
    }

    /** One layer with some files, which the image has as often as allowed. */
    private static byte[] manyLayers(int files) {
        byte[] layer = filesTar("layer", files);
        return docker(Collections.nCopies(LAYERS, "layer.tar"),
                Collections.nCopies(LAYERS, Digest.sha256Of(layer).toString())).file("layer.tar", layer).toTar();
    }

    private static String config(String key, String start, String end, String value, int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value.formatted(i));
        }
        return "{\"config\":{\"" + key + "\":" + start + String.join(",", values) + end
                + "},\"rootfs\":{\"diff_ids\":[\"" + Digest.sha256Of(HostileImages.goodTar()) + "\"]}}";
    }

    private static byte[] nested(int depth) {
        byte[] jar = new JarBuilder().pom("g", "a", "1").toJar();
        for (int i = 0; i < depth; i++) {
            jar = new JarBuilder().entry("i.jar", jar).toJar();
        }
        return jar;
    }

    private static byte[] wide(int count) {
        JarBuilder inner = new JarBuilder();
        for (int i = 0; i < count; i++) {
            inner.stored(i + ".jar", new JarBuilder().pom("g", "a" + i, "1").toJar());
        }
        byte[] middle = inner.toJar();
        JarBuilder outer = new JarBuilder();
        for (int i = 0; i < count; i++) {
            outer.entry(i + ".jar", middle);
        }
        return outer.toJar();
    }

    private static byte[] linksLeadingAbout() {
        return withLayers(layer -> {
            HostileImages.addLeadingAbout(layer, "about");
            for (int i = 0; i < 200; i++) {
                layer.symlink("bin/python" + i, "/about");
            }
        });
    }

    private static byte[] noise(int mebibytes) {
        byte[] noise = new byte[mebibytes * MEBIBYTE / 8];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
