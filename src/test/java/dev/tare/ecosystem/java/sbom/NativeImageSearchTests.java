package dev.tare.ecosystem.java.sbom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.inspection.DrawnImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class NativeImageSearchTests {

    private static final String BILL = """
            {"bomFormat":"CycloneDX","specVersion":"1.5","version":1,"components":[
            {"bom-ref":"pkg:maven/io.netty/netty-codec@4.1.104.Final","type":"library","group":"io.netty",
            "name":"netty-codec","version":"4.1.104.Final","purl":"pkg:maven/io.netty/netty-codec@4.1.104.Final"},
            {"type":"library","group":"org.example","name":"lib","version":"1"},
            {"type":"library","group":"org.example","name":"lib","version":"1"}]}""";

    static Stream<NativeExecutable> executables() {
        return Stream.of(new NativeExecutable(), new NativeExecutable().symbolsLast(),
                new NativeExecutable(ByteOrder.BIG_ENDIAN, true), new NativeExecutable(ByteOrder.LITTLE_ENDIAN, false),
                new NativeExecutable(ByteOrder.BIG_ENDIAN, false),
                new NativeExecutable().before(NativeExecutable.gzip("{\"other\": \"JSON\"}")),
                new NativeExecutable().before(NativeExecutable.gzip("{\"bomFormat\": \"other\"}")),
                new NativeExecutable().before(words(0x1f8b0800, 100)));
    }

    @MethodSource("executables")
    @ParameterizedTest
    void librariesInANativeExecutableAreFound(NativeExecutable executable) {
        assertThat(search(executable.with(BILL), 128 << 10)).isInstanceOfSatisfying(NativeImage.class,
                image -> assertThat(image.libraries()).extracting(ListedLibrary::name, ListedLibrary::version)
                        .containsExactly(tuple("io.netty:netty-codec", "4.1.104.Final"),
                                tuple("org.example:lib", "1")));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 3, 7, 8, 17, 512, 4096 })
    void librariesAreFoundInPiecesOfAnySize(int size) {
        assertThat(search(new NativeExecutable().with(BILL), size)).isInstanceOf(NativeImage.class);
        assertThat(search(new NativeExecutable().symbolsLast().with(BILL), size)).isInstanceOf(NativeImage.class);
    }

    @Test
    void librariesAreLanguagePackagesOfALargeExecutable() {
        byte[] executable = Arrays.copyOf(new NativeExecutable().with(BILL), NativeImageCollector.MIN_SIZE);
        byte[] small = Arrays.copyOf(executable, executable.length - 1);
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("usr/bin/app", executable, 0755)
                        .file("usr/bin/small", small, 0755)
                        .file("usr/share/app", executable))
                .inspect()
                .software()
                .languagePackages())
                .containsExactly(
                        new LanguagePackage("java", "io.netty:netty-codec", "4.1.104.Final", "usr/bin/app", 0),
                        new LanguagePackage("java", "org.example:lib", "1", "usr/bin/app", 0));
    }

    @Test
    void executableWithoutTheSymbolsOfGraalVmHasNoLibraries() {
        assertThat(search(new NativeExecutable().names("\0sbom\0sbom_length\0").with(BILL), 4096)).isNull();
    }

    @Test
    void otherFileHasNoLibraries() {
        byte[] file = new NativeExecutable().with(BILL);
        file[0] = 0;
        assertThat(search(file, 4096)).isNull();
    }

    @Test
    void damagedDocumentIsReportedAsUnread() {
        byte[] cut = NativeExecutable.gzip(BILL.substring(0, BILL.length() - 1));
        assertThat(search(new NativeExecutable().withContent(cut), 4096)).isInstanceOfSatisfying(NotRead.class,
                reason -> {
                    assertThat(reason.subject()).isEqualTo(Unread.Subject.LANGUAGE_PACKAGE);
                    assertThat(reason.because()).contains("damaged");
                });
    }

    @Test
    void documentBeyondTheBoundIsReportedAsUnread() {
        StringBuilder text = new StringBuilder("{\"bomFormat\":\"CycloneDX\",\"components\":[\"");
        new Random(1).ints(1 << 20, 'a', 'z').forEach(letter -> text.append((char) letter));
        new Random(2).ints(1 << 20, 'a', 'z').forEach(letter -> text.append((char) letter));
        byte[] file = new NativeExecutable().with(text + "\"]}");
        assertThat(search(file, 4096)).isInstanceOf(NotRead.class);
    }

    @Test
    void fileCutOrDamagedAnywhereIsNoError() {
        byte[] file = new NativeExecutable().with(BILL);
        for (int i = 0; i < file.length; i += 61) {
            byte[] damaged = file.clone();
            damaged[i] ^= (byte) 0xff;
            search(damaged, 4096);
            search(Arrays.copyOf(file, i), 4096);
        }
        assertThat(search(Arrays.copyOf(file, 40), 4096)).isNull();
    }

    @Test
    void manyPlacesThatBeginLikeGzipEndTheSearch() {
        byte[] file = new NativeExecutable().before(words(0x1f8b0800, 1 << 20)).with(BILL);
        assertThat(search(file, 128 << 10)).isNull();
    }

    private static byte[] words(int start, int count) {
        ByteBuffer words = ByteBuffer.allocate(8 * count);
        for (int i = 0; i < count; i++) {
            words.putInt(start).putInt(i);
        }
        return words.array();
    }

    private static @Nullable Finding search(byte[] file, int size) {
        NativeImageSearch search = new NativeImageSearch();
        for (int at = 0; at < file.length; at += size) {
            search.update(file, at, Math.min(size, file.length - at));
        }
        return search.finish();
    }
}
