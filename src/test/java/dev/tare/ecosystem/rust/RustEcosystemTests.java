package dev.tare.ecosystem.rust;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.NamedPackages;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RustEcosystemTests {

    private static final String CRATES = """
            {"packages":[{"name":"adler","version":"0.2.3","source":"crates.io"},\
            {"name":"autocfg","version":"1.0.1","source":"crates.io","kind":"build"},\
            {"name":"hello","version":"0.1.0","source":"local","dependencies":[0],"root":true}],"format":1}""";

    @Test
    void cratesOfAnExecutableAreListed() {
        Inspection inspection = inspect(RustProgram.of(CRATES));
        assertThat(inspection.software().languagePackages()).containsExactly(
                new LanguagePackage("cargo", "adler", "0.2.3", "usr/bin/app", 0),
                new LanguagePackage("cargo", "hello", "0.1.0", "usr/bin/app", 0));
        assertThat(inspection.software().unread()).isEmpty();
    }

    static Stream<byte[]> programs() {
        byte[] random = new byte[200_000];
        new Random(1).nextBytes(random);
        byte[] comment = "GCC: x x\u0001x\u005e more x".getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(true, false)
                .flatMap(is64Bit -> Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)
                        .flatMap(order -> Stream.of(
                                new RustProgram(is64Bit, order).section(RustProgram.zlib(CRATES, 1)),
                                new RustProgram(is64Bit, order).section(comment)
                                        .section(RustProgram.zlib(CRATES, 9))
                                        .section(comment),
                                new RustProgram(is64Bit, order).section(random)
                                        .section(RustProgram.zlib("{\"packages\":7}".repeat(9)))
                                        .section(RustProgram.zlib(CRATES.replace(",", " , ")))
                                        .section(random))))
                .map(RustProgram::toBytes);
    }

    @MethodSource("programs")
    @ParameterizedTest
    void listIsFoundInPiecesOfAnySize(byte[] program) {
        for (int size : List.of(1, 7, 127, 4096, 1 << 20)) {
            assertThat(search(program, size)).as("pieces of %d", size)
                    .isInstanceOfSatisfying(NamedPackages.class, found -> assertThat(found.packages()).hasSize(2));
        }
    }

    @Test
    void documentThatIsNoSectionIsIgnored() {
        byte[] document = RustProgram.zlib(CRATES);
        RustProgram attached = new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(new byte[16]).bytes(document);
        assertThat(search(attached.toBytes(), 4096)).isNull();
        assertThat(search(new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(new byte[16]).toBytes(document), 4096))
                .isNull();
    }

    @Test
    void filesThatAreNotExecutableAreNotRead() {
        byte[] program = RustProgram.of(CRATES);
        byte[] other = program.clone();
        other[1] = 'X';
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("data", program, 0644)
                        .file("other", other, 0755)
                        .file("usr/lib/a.so", program, 0644)
                        .file("usr/lib/librsvg-2.so.2.60.0", program, 0644))
                .inspect()
                .software()
                .languagePackages()).extracting(LanguagePackage::path)
                .containsOnly("usr/lib/a.so", "usr/lib/librsvg-2.so.2.60.0");
    }

    @ParameterizedTest
    @ValueSource(ints = { 4, 64, 100, 500, 512, 600, 620 })
    void truncatedProgramHasNoCrates(int length) {
        assertThat(search(Arrays.copyOf(RustProgram.of(CRATES), length), 4096)).isNull();
    }

    @Test
    void listThatCannotBeReadIsReported() {
        assertUnread("{\"packages\":[", "it is not JSON");
        assertUnread("{\"packages\":7}", "it has another format");
        String large = "{\"packages\":[]" + " ".repeat(200_000) + "}";
        assertUnread(large, "it inflates to more than 8 MiB or 20 times the size of the file");
        RustProgram twice = new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(RustProgram.zlib(large));
        assertUnread(twice.section(RustProgram.zlib(large)).toBytes(),
                "it inflates to more than 8 MiB or 20 times the size of the file");
        byte[] damaged = RustProgram.zlib(CRATES);
        damaged[damaged.length - 1]++;
        assertUnread(new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(damaged).toBytes(),
                "it is damaged or larger than 1 MiB");
    }

    /** Each place begins like zlib, or like a document of crates. */
    @Test
    void programFullOfBeginningsIsReadInLinearTime() {
        byte[] places = "x\u0001".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
        byte[] documents = new byte[8 << 20];
        byte[] document = Arrays.copyOf(RustProgram.zlib(CRATES), 60);
        for (int at = 0; at + 60 < documents.length; at += 60) {
            System.arraycopy(document, 0, documents, at, 60);
        }
        assertThat(search(new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(places).toBytes(), 4096)).isNull();
        assertThat(search(new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(documents).toBytes(), 4096))
                .isNotInstanceOf(NamedPackages.class);
    }

    @ParameterizedTest
    @CsvSource({ "1.0.0, 1.0.1", "1.9.0, 1.10.0", "1.0.0-alpha.9, 1.0.0-alpha.10", "1.0.0-alpha, 1.0.0-alpha.1",
            "1.0.0-rc.1, 1.0.0", "1.0.0-1, 1.0.0-a", "0.9.0+zstd.1.5.6, 0.9.1+zstd.1.5.6" })
    void versionsAreSortedLikeCargo(String older, String newer) {
        assertThat(new RustEcosystem().versions().compare(older, newer)).isNegative();
        assertThat(new RustEcosystem().versions().compare(newer, older)).isPositive();
    }

    @Test
    void listAfterManyPlacesIsRead() {
        byte[] places = "x\u009c".repeat(10_001).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(inspect(new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(places)
                .section(RustProgram.zlib(CRATES))
                .toBytes()).software().languagePackages()).hasSize(2);
        byte[] large = new byte[60 << 20];
        for (int at = 0; at < large.length; at += 1_000) {
            System.arraycopy(places, 0, large, at, 2);
        }
        assertThat(search(new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(large)
                .section(RustProgram.zlib(CRATES))
                .toBytes(), 1 << 16)).isInstanceOf(NamedPackages.class);
    }

    @Test
    void listThatIsNotReachedIsReported() {
        String because = "too many other places in the file look like it";
        byte[] places = "x\u009c".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
        assertUnread(new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(places)
                .section(RustProgram.zlib(CRATES))
                .toBytes(), because);
        RustProgram copies = new RustProgram(true, ByteOrder.LITTLE_ENDIAN).section(new byte[16]);
        for (int i = 0; i < 5; i++) {
            copies.bytes(RustProgram.zlib(CRATES)).bytes(new byte[1 << 20]);
        }
        assertUnread(copies.section(RustProgram.zlib(CRATES)).toBytes(), because);
    }

    private static void assertUnread(String document, String because) {
        assertUnread(RustProgram.of(document), because);
    }

    private static void assertUnread(byte[] program, String because) {
        Inspection inspection = inspect(program);
        assertThat(inspection.software().languagePackages()).isEmpty();
        assertThat(inspection.software().unread()).containsExactly(new Unread(Subject.LANGUAGE_PACKAGE, "usr/bin/app",
                "The list of packages in this file is not read, because " + because + ".", 0));
    }

    private static @Nullable Finding search(byte[] program, int size) {
        CrateSearch search = new CrateSearch();
        for (int at = 0; at < program.length; at += size) {
            search.update(program, at, Math.min(size, program.length - at));
        }
        return search.finish();
    }

    private static Inspection inspect(byte[] program) {
        return DrawnImage.anImage().layer(l -> l.file("usr/bin/app", program, 0755)).inspect();
    }
}
