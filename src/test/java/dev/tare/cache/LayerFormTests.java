package dev.tare.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.tare.codec.ByteReader;
import dev.tare.codec.ByteWriter;
import dev.tare.codec.Codec;
import dev.tare.codec.Codecs;
import dev.tare.codec.DamagedValueException;
import dev.tare.codec.UnstorableValueException;
import dev.tare.content.Finding;
import dev.tare.filetree.Attributes;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScanCodec;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.secret.FakeTokens;
import dev.tare.source.ReadLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LayerFormTests {

    private static final long MUCH = 1 << 30;

    private static final Path SEEDS = Path.of("src/test/resources/dev/tare/inspection/seeds");

    private final LayerForm form = form("1", Limits.DEFAULTS);

    @Test
    void everyFindingOfTareIsListed() {
        Set<String> listed = Inspector.findings().stream().map(Class::getName).collect(Collectors.toSet());
        List<String> all = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
                .importPackages("dev.tare")
                .stream()
                .filter(type -> type.isAssignableTo(Finding.class) && !type.isInterface())
                .map(JavaClass::getName)
                .toList();
        assertThat(all).isNotEmpty().allSatisfy(type -> assertThat(listed).contains(type));
    }

    @Test
    void anyFindingIsRestored() {
        Codecs codecs = new Codecs();
        ScanCodec.with(codecs, Inspector.findings(), Limits.DEFAULTS);
        Codec<Finding> codec = codecs.of(Finding.class);
        ArbitraryValues values = new ArbitraryValues();
        for (Class<? extends Finding> type : Inspector.findings()) {
            for (int i = 0; i < 50; i++) {
                Finding value = (Finding) values.of(type);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ByteWriter writer = new ByteWriter(out, MUCH, _ -> false);
                codec.write(value, writer);
                writer.flush();
                assertThat(codec.read(new ByteReader(out.toByteArray(), 0, out.size())))
                        .usingRecursiveComparison()
                        .withStrictTypeChecking()
                        .isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void layersOfImagesAreRestored(ImageBuilder image) throws IOException {
        List<ReadLayer<LayerScan>> layers = ReadLayers.of(image);
        assertThat(layers).isNotEmpty();
        for (ReadLayer<LayerScan> layer : layers) {
            ReadLayer<LayerScan> restored = this.form.read(written(layer));
            assertThat(restored).isNotNull();
            assertThat(restored.stored()).isEqualTo(layer.stored());
            assertThat(restored.cost()).isEqualTo(layer.cost());
            assertThat(ReadLayers.facts(restored.value())).usingRecursiveComparison()
                    .isEqualTo(ReadLayers.facts(layer.value()));
        }
    }

    static Stream<ImageBuilder> images() throws IOException {
        List<ImageBuilder> images = new ArrayList<>(List.of(entries(), ImageBuilder.anImage("empty:1").layer(_ -> {
        })));
        try (Stream<Path> readers = Files.list(SEEDS)) {
            for (Path reader : readers.sorted().toList()) {
                images.add(seeds(reader));
            }
        }
        return images.stream();
    }

    /** Every kind of entry. */
    private static ImageBuilder entries() {
        return ImageBuilder.anImage("entries:1")
                .layer(layer -> layer.directory("a/b", 01777)
                        .file("a/b/c", "c")
                        .file("a/b/cd", "cd", 04755, 1000, 1L << 31)
                        .fileWithCapability("a/cap", "x")
                        .fileWithXattr("a/attr", "x", 0644, "user.a", "b")
                        .symlink("a/link", "../x")
                        .hardLink("a/hard", "a/b/c")
                        .fifo("a/fifo")
                        .characterDevice("dev/null", 1, 3)
                        .blockDevice("dev/sda", 8, 0)
                        .file("a/\u00e4\ud83d\ude00", "")
                        .file("app/broken.jar", "PK")
                        .file("app/a-1.jar", new JarBuilder().pom("g", "a", "1").pom("g", "b", "2").toJar())
                        .file("root/.npmrc", "//registry.example.com/:_password=c2VjcmV0LXNlY3JldA==\n"))
                .layer(layer -> layer.whiteout("a/b/c").opaque("dev").file("z", "z"));
    }

    private static ImageBuilder seeds(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return ImageBuilder.anImage("seeds:1").layer(layer -> all.forEach(file -> {
                try {
                    layer.file(folder.relativize(file).toString(), Files.readAllBytes(file), 0755);
                } catch (IOException ex) {
                    throw new IllegalStateException(ex);
                }
            }));
        }
    }

    @Test
    void eachFlippedBitAndEachTruncationIsAMiss() throws IOException {
        byte[] bytes = written(ReadLayers.of(entries()).getFirst());
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 1; bit < 0x100; bit <<= 1) {
                bytes[i] ^= (byte) bit;
                assertThat(this.form.read(bytes)).as("bit %s of byte %s", bit, i).isNull();
                bytes[i] ^= (byte) bit;
            }
            assertThat(this.form.read(Arrays.copyOf(bytes, i))).as("%s bytes", i).isNull();
        }
        assertThat(this.form.read(Arrays.copyOf(bytes, bytes.length + 1))).isNull();
        assertThat(this.form.read(bytes)).isNotNull();
    }

    /** Somebody who can write to the folder can make up a checksum. Reading still ends with a value or none. */
    @Test
    void madeUpBytesWithTheRightChecksumAreAValueOrAMiss() throws IOException {
        byte[] bytes = written(ReadLayers.of(entries()).getFirst());
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] other = bytes.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                other[40 + random.nextInt(other.length - 44)] = (byte) random.nextInt();
            }
            CRC32C checksum = new CRC32C();
            checksum.update(other, 0, other.length - 4);
            ByteBuffer.wrap(other).putInt(other.length - 4, (int) checksum.getValue());
            ReadLayer<LayerScan> layer = this.form.read(other);
            if (layer != null) {
                assertThat(layer.value().entryCount()).isNotNegative();
            }
        }
    }

    /** A file of half a megabyte whose names take several hundred megabytes. */
    @ParameterizedTest
    @ValueSource(ints = { 4_000, 1 << 20 })
    void madeUpNamesThatRepeatALongNameAreDamage(int length) {
        Codecs codecs = new Codecs();
        ScanCodec codec = ScanCodec.with(codecs, Inspector.findings(), Limits.DEFAULTS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteWriter writer = new ByteWriter(out, MUCH, _ -> false);
        writer.writeNumber(1);
        writer.writeNumber(0);
        writer.writeNumber(100_000);
        writer.writeByte(0b11);
        writer.writeDifference(new byte[0], new byte[0]);
        writer.writeDifference(new byte[0], new byte[length]);
        writer.writeNumber(0);
        codecs.of(Attributes.class)
                .write(ReadLayers.withFile("a", "a").value().entries().get(0).inode().attributes(), writer);
        for (int i = 1; i < 100_000; i++) {
            writer.writeByte(0);
            writer.writeNumber(length);
            writer.writeNumber(1);
            writer.writeByte('a' + i % 26);
        }
        writer.flush();
        assertThatExceptionOfType(DamagedValueException.class)
                .isThrownBy(() -> codec.read(new ByteReader(out.toByteArray(), 0, out.size())));
    }

    @Test
    void aValueOfAnotherScannerIsAMiss() throws IOException {
        byte[] bytes = written(ReadLayers.withFile("a", "a"));
        assertThat(form("2", Limits.DEFAULTS).read(bytes)).isNull();
        assertThat(form("1", Limits.DEFAULTS.with(Limit.JAR_DEPTH, 3)).read(bytes)).isNull();
        assertThat(form("1", Limits.DEFAULTS.with(Limit.PATH_LENGTH, 30)).read(bytes)).isNull();
        assertThat(form("1", Limits.DEFAULTS.with(Limit.TIME, 30)).read(bytes)).isNotNull();
        assertThat(form("2", Limits.DEFAULTS).version()).isNotEqualTo(this.form.version());
    }

    @Test
    void secretsInContentAreStoredAsKindAndLine() throws IOException {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        ReadLayer<LayerScan> layer = ReadLayers.withFile("app/config", "\ntoken=" + token + "\n");
        assertThat(layer.value().entries().get(0).findings().secrets().matches()).isNotEmpty();
        byte[] bytes = written(layer);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(token.substring(6));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aLayerWithATokenInAnyTextIsNotStored(ImageBuilder image, String token) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReadLayer<LayerScan> layer = ReadLayers.of(image).getFirst();
        assertThatExceptionOfType(UnstorableValueException.class).isThrownBy(() -> this.form.write(layer, out, MUCH))
                .withMessageNotContaining(token);
        assertThat(out.toString()).doesNotContain(token.substring(6, 20));
    }

    static Stream<Object[]> planted() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        String secret = "zq8vX2mPk41s-zq8vX2mPk41s";
        byte[] jar = new JarBuilder().pom("g", token, "1").toJar();
        return Stream.of(
                planted(token, layer -> layer.file("srv/" + token, "")),
                planted(token, layer -> layer.file(token + "/x", "")),
                planted(token, layer -> layer.directory("srv/" + token)),
                planted(token, layer -> layer.symlink("a", "../" + token)),
                planted(token, layer -> layer.file("a", "").hardLink(token, "a")),
                planted(token, layer -> layer.whiteout("srv/" + token)),
                planted(token, layer -> layer.fileWithXattr("a", "x", 0644, token, "b")),
                planted(token, layer -> layer.file("app/node_modules/b/package.json",
                        "{\"name\":\"b\",\"version\":\"" + token + "\"}")),
                planted(token, layer -> layer.file("var/lib/dpkg/info/a.list", "/usr/bin/" + token + "\n")),
                planted(token, layer -> layer.file("etc/passwd", "a:x:1:1::/home/" + token + ":/bin/sh\n")),
                planted(token, layer -> layer.file("app/a.jar", jar)),
                planted(secret, layer -> layer.file("etc/os-release", "ID=a\nNAME=\"DB_PASSWORD=" + secret + "\"\n")),
                planted("long os-release text", layer -> layer.file("etc/os-release", "ID=" + "a".repeat(20_000))));
    }

    private static Object[] planted(String token, Consumer<LayerBuilder> layer) {
        return new Object[] { ImageBuilder.anImage("image:1").layer(layer), token };
    }

    private byte[] written(ReadLayer<LayerScan> layer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        this.form.write(layer, out, MUCH);
        return out.toByteArray();
    }

    private static LayerForm form(String build, Limits limits) {
        return new LayerForm(build, Inspector.findings(), limits);
    }
}
