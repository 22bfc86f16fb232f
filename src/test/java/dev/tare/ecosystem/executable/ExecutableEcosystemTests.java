package dev.tare.ecosystem.executable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ExecutableEcosystemTests {

    private static final byte[] NGINX = elf("nginx version: nginx/1.27.3\n");

    private static final String STATUS = """
            Package: %s
            Status: install ok installed
            Version: 1.22.1-9
            Architecture: amd64

            """;

    static Stream<Example> examples() throws IOException {
        try (InputStream file = ExecutableEcosystemTests.class.getResourceAsStream("programs.tsv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.split("\t"))
                    .map(cells -> new Example(cells[0], cells[1], cells[2], cells[3]))
                    .toList()
                    .stream();
        }
    }

    @MethodSource("examples")
    @ParameterizedTest
    void programIsIdentifiedByItsFile(Example example) {
        assertThat(inspect(l -> l.file(example.path, elf(example.content), 0755))).extracting(LanguagePackage::manager,
                LanguagePackage::name, LanguagePackage::version, LanguagePackage::path)
                .containsExactly(tuple("binary", example.name, example.version, example.path));
    }

    @Test
    void eachProgramHasAnExample() throws IOException {
        assertThat(ProgramTable.ALL).extracting(Program::name)
                .isSorted()
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(examples().map(Example::name).distinct().toList());
    }

    @Test
    void documentListsThePrograms() throws IOException {
        List<String> rows = ProgramTable.ALL.stream()
                .map(one -> "| `" + one.name() + "` | " + String.join(", ",
                        one.files().stream().map(file -> "`" + file + "`").toList()) + " |")
                .toList();
        assertThat(Files.readString(Path.of("docs/FORMATS.md")))
                .contains("| program | files |\n|---|---|\n" + String.join("\n", rows) + "\n\n");
    }

    @Test
    void fileWithoutAVersionIsNotReported() {
        assertThat(inspect(l -> l.file("usr/bin/node", elf("a program of the same name"), 0755)
                .file("usr/bin/python", elf("\0003.12.1\0"), 0755)
                .file("usr/bin/python3.12", elf("\0003.11.1\0"), 0755)
                .file("usr/bin/empty", "", 0755)
                .file("usr/bin/nginx", elf("nginx version: nginx/x"), 0755))).isEmpty();
    }

    @Test
    void filesThatAreNoExecutableCodeAreNotReported() {
        assertThat(inspect(l -> l.file("usr/bin/nginx", "#!/bin/sh\necho nginx version: nginx/1.27.3\n", 0755)
                .file("usr/share/nginx", NGINX)
                .file("usr/bin/other", NGINX, 0755)
                .file("usr/include/libcurl.h", elf("libcurl/8.1.2")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 1000, 1 << 17 })
    void versionIsFoundAtAnyPlaceInPiecesOfAnySize(int size) {
        for (int before : List.of(0, 64_900, 65_000, 65_250, 65_272, 65_500, 65_536, 200_000)) {
            byte[] file = elf("x".repeat(before) + "nginx version: nginx/1.27.3\n" + "x".repeat(1000));
            assertThat(search("usr/sbin/nginx", file, size)).as("after %d bytes", before)
                    .isEqualTo(new NamedPackage("nginx", "1.27.3"));
        }
    }

    @Test
    void manyPlacesThatBeginLikeAVersionEndTheSearch() {
        byte[] file = elf("Bun/".repeat(1 << 16) + "Bun/1.2.3");
        assertThat(search("usr/bin/bun", file, 1 << 17)).isNull();
    }

    @Test
    void librariesOfTheSameVersionAreOneEntryWithTheExecutable() {
        byte[] python = elf("\0003.12.1\0");
        assertThat(inspect(l -> l.file("lib/libpython3.12.so.1.0", python)
                .file("usr/local/bin/python3.12", python, 0755)
                .file("opt/lib/libpython3.12.so.1.0", elf("\0003.12.2\0"))))
                .extracting(LanguagePackage::path, LanguagePackage::version)
                .containsExactlyInAnyOrder(tuple("usr/local/bin/python3.12", "3.12.1"),
                        tuple("opt/lib/libpython3.12.so.1.0", "3.12.2"));
    }

    @Test
    void programThatAPackageOwnsIsNotReportedAgain() {
        assertThat(inspect(l -> l.file("var/lib/dpkg/status", STATUS.formatted("nginx-core"))
                .file("var/lib/dpkg/info/nginx-core.list", "/.\n/usr\n/usr/sbin\n/usr/sbin/nginx\n")
                .file("usr/sbin/nginx", NGINX, 0755)
                .file("opt/nginx", NGINX, 0755))).extracting(LanguagePackage::path).containsExactly("opt/nginx");
    }

    @Test
    void programThatCondaOwnsIsNotReportedAgain() {
        assertThat(inspect(l -> l.file("opt/conda/conda-meta/nginx-core-1.json",
                "{\"name\": \"nginx-core\", \"version\": \"1\", \"files\": [\"bin/nginx\"]}")
                .file("opt/conda/bin/nginx", NGINX, 0755))).extracting(LanguagePackage::manager)
                .containsExactly("conda");
    }

    @ParameterizedTest
    @CsvSource({ "nginx, 0", "nginx-core, 1" })
    void namesDecideIfNoPackageListsFiles(String name, int reported) {
        assertThat(inspect(l -> l.file("var/lib/dpkg/status", STATUS.formatted(name))
                .file("usr/sbin/nginx", NGINX, 0755))).hasSize(reported);
    }

    @ParameterizedTest
    @CsvSource({ "1.9, 1.10", "1.2, 1.2.1", "3.12.9, 3.13.0" })
    void versionsOfNumbersAreSorted(String older, String newer) {
        assertThat(ProgramVersions.compare(older, newer)).isNegative();
        assertThat(ProgramVersions.compare(newer, older)).isPositive();
        assertThat(ProgramVersions.compare(older, newer + "rc1")).isNull();
    }

    private static Collection<LanguagePackage> inspect(Consumer<LayerBuilder> layer) {
        return DrawnImage.anImage().layer(layer).inspect().software().languagePackages();
    }

    private static @Nullable Finding search(String path, byte[] file, int size) {
        ProgramSearch search = new ProgramSearch(path);
        for (int at = 0; at < file.length; at += size) {
            search.update(file, at, Math.min(size, file.length - at));
        }
        return search.finish();
    }

    private static byte[] elf(String content) {
        return ("\u007fELF\2\1\1\0" + content).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param content with {@code \0} for zero bytes */
    record Example(String name, String path, String content, String version) {

        Example {
            for (Map.Entry<String, String> escape : Map.of("\\0", "\0", "\\t", "\t").entrySet()) {
                content = content.replace(escape.getKey(), escape.getValue());
            }
        }
    }
}
