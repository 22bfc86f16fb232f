package dev.tare.ecosystem.executable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
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

    @ParameterizedTest
    @ValueSource(strings = { "", "Bun/1.2.3" })
    void fileWithManyPlacesThatBeginLikeAVersionIsNotRead(String end) {
        byte[] file = elf("Bun/".repeat(1 << 16) + end);
        assertThat(search("usr/bin/bun", file, 1 << 17)).isInstanceOf(NotRead.class);
        assertThat(DrawnImage.anImage().layer(l -> l.file("usr/bin/bun", file, 0755)).inspect().software().unread())
                .extracting(Unread::path)
                .containsExactly("usr/bin/bun");
    }

    @Test
    void placesOfALargeFileAreComparedInProportionToItsSize() {
        byte[] file = elf(("Bun/" + "x".repeat(1020)).repeat(4000) + "Bun/1.2.3");
        assertThat(search("usr/bin/bun", file, 1 << 17)).isEqualTo(new NamedPackage("bun", "1.2.3"));
    }

    /** Each place begins like a text, and has the beginnings of many others before it. */
    @ParameterizedTest
    @CsvSource({ "traefik, -X=, ersion=", "traefik, \\0v1.2.3, go1.", "haproxy, ' version 1.1', ', released 20'",
            "openssl, 'OpenSSL 1.1.1 ', '\\0OpenSSL '", "mariadb, 1.1.1-, -MariaDB", "mongodb, 1.1.1, \\0tcmalloc",
            "ruby, 'ruby 1.1.1', 'ruby '" })
    void placeIsComparedInABoundedNumberOfSteps(String program, String beginning, String anchor) {
        String content = unescaped((beginning.repeat(60) + anchor).repeat(20));
        ProgramTable.ALL.stream().filter(one -> one.name().equals(program)).forEach(one -> one.texts().forEach(text -> {
            CountedCharacters counted = new CountedCharacters(content, new AtomicLong());
            for (int at = content.indexOf(text.anchor()); at >= 0; at = content.indexOf(text.anchor(), at + 1)) {
                long before = counted.reads.get();
                text.versionAt(counted, at);
                assertThat(counted.reads.get() - before).isLessThan(20_000);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 100_000 })
    void firstTextOfTheTableCountsWhereverItIs(int between) {
        String mysql = "/src/mysql-5.5.5/sql/main.cc";
        String space = "\0".repeat(between);
        for (String content : List.of(mysql + space + "\00010.11.6-MariaDB\0",
                "\00010.11.6-MariaDB\0" + space + mysql)) {
            assertThat(search("usr/sbin/mysqld", elf(content), 1 << 16))
                    .isEqualTo(new NamedPackage("mariadb", "10.11.6"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "traefik | traefik | -X main.kubernetesVersion=1.31.0 -X x/traefik/v3/pkg/version.Version=3.3.1 -X a=b | 3.3.1",
            "traefik | traefik | -X k8s.io/component-base/version.gitVersion=v1.31.0 -X main.version=3.3.1\" | 3.3.1",
            "traefik | traefik | -ldflags=\"-X=main.Version=v3.3.1 -s | 3.3.1",
            "traefik | traefik | -X 'main.Version=3.3.1' -s | 3.3.1",
            "traefik | traefik | -X main.apiVersion=3.3.1 -s |", "traefik | traefik | main.Version=3.3.1 -s |",
            "kubectl | kubectl | -X k8s.io/component-base/version.gitVersion=v1.29.0+k3s1 -s | 1.29.0+k3s1",
            "containerd | containerd | go1.23.5\\0\\0\\0v1.7.25+unknown\\0 | 1.7.25",
            "containerd | containerd | go1.23.5\\0\\0\\0v1.7.25+k3s1\\0 | 1.7.25+k3s1",
            "mysqld | mysql | /usr/include/mysql-8.0.1/x /a/mysql-5.7.44/sql/x | 5.7.44",
            "mysqld | mysql | /mysql-8.0.1/include/x |",
            "mysqld | percona-server | /b/percona-server-8.0.40-31/sql/x | 8.0.40",
            "node | node | node.js/v22.0.0-nightly20240401abc\\0 | 22.0.0-nightly20240401abc",
            "ruby | ruby | ruby 3.1.2p20 (2022-04-12 revision 4491bb740a) | 3.1.2",
            "ruby | ruby | ruby 3.4.0preview1 (2024-05-16 master | 3.4.0preview1",
            "python3.12 | python | \\03.12.3+\\0 | 3.12.3+", "git | git | \\0git/2.47.1.windows.1\\0 |",
            "curl | curl | \\0libcurl/8.12.0-DEV\\0 | 8.12.0-DEV",
            "openssl | openssl | \\0OpenSSL 1.0.2k-fips  26 Jan 2017\\0 | 1.0.2k-fips",
            "haproxy | haproxy | \\0 version 2.6.12-1+deb12u4, released 2023 | 2.6.12" })
    void versionIsThatOfTheProgramAndKeepsASuffixThatChangesItsMeaning(String file, String program, String content,
            @Nullable String version) {
        assertThat(search("usr/bin/" + file, elf(unescaped(content)), 1 << 16))
                .isEqualTo(version == null ? null : new NamedPackage(program, version));
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

    @Test
    void libraryOfTheSameNameAndVersionDoesNotStandForAProgram() {
        assertThat(inspect(l -> l.file("usr/local/bin/redis-server", elf("\0007.0.1\0c11-builtin\0"), 0755)
                .file("usr/lib/python3/site-packages/redis-7.0.1.dist-info/METADATA",
                        "Metadata-Version: 2.1\nName: redis\nVersion: 7.0.1\n")
                .file("srv/node_modules/redis/package.json", "{\"name\": \"redis\", \"version\": \"7.0.1\"}")
                .file("usr/local/lib/libcrypto.so.3", elf("\0OpenSSL 3.3.0 9 Apr 2024\0"))
                .file("usr/lib/ruby/gems/3.4.0/specifications/default/openssl-3.3.0.gemspec", """
                        Gem::Specification.new do |s|
                          s.name = "openssl".freeze
                          s.version = "3.3.0"
                        end
                        """))).extracting(LanguagePackage::manager, LanguagePackage::name)
                .containsExactlyInAnyOrder(tuple("binary", "redis"), tuple("pypi", "redis"), tuple("npm", "redis"),
                        tuple("binary", "openssl"), tuple("gem", "openssl"));
    }

    @ParameterizedTest
    @CsvSource({ "bun, 1.3.0, npm", "@oven/bun-linux-x64, 1.3.0, npm", "bun, 1.2.0, npm binary",
            "other, 1.3.0, npm binary" })
    void nodePackageStandsForTheProgramInItsFolder(String name, String version, String managers) {
        assertThat(inspect(l -> l
                .file("srv/node_modules/" + name + "/package.json",
                        "{\"name\": \"%s\", \"version\": \"%s\"}".formatted(name, version))
                .file("srv/node_modules/" + name + "/bin/bun", elf("Bun/1.3.0\0"), 0755)))
                .extracting(LanguagePackage::manager)
                .containsExactlyInAnyOrder(managers.split(" "));
    }

    @ParameterizedTest
    @CsvSource({ "x/traefik/v3, v3.3.1, v3.3.1", "x/traefik/v3, v3.3.1+dirty, v3.3.1+dirty",
            "x/other, v3.3.1+incompatible, v3.3.1+incompatible", "x/traefik/v3, (devel), v3.3.1",
            "x/other, (devel), v3.3.1", "x/traefik/v3, v0.0.0-20250101000000-0123456789ab, v3.3.1",
            "x/traefik/v3, v3.3.0, v3.3.0" })
    void goProgramAndItsMainModuleAreOneEntry(String module, String stated, String version) {
        assertThat(inspect(l -> l.file("usr/bin/traefik", goProgram(module, stated), 0755)))
                .extracting(LanguagePackage::name, LanguagePackage::version)
                .containsExactlyInAnyOrder(tuple("stdlib", "1.24.1"), tuple(module, version),
                        tuple("example.org/library", "v1.0.0"));
    }

    @Test
    void goModuleOfAnotherNameAndVersionDoesNotStandForTheProgram() {
        assertThat(inspect(l -> l.file("usr/bin/traefik", goProgram("x/other", "v1.0.0"), 0755)))
                .extracting(LanguagePackage::name)
                .containsExactlyInAnyOrder("stdlib", "x/other", "example.org/library", "traefik");
    }

    @ParameterizedTest
    @CsvSource({ "nginx, 0", "nginx-core, 1" })
    void namesDecideIfNoPackageListsFiles(String name, int reported) {
        assertThat(inspect(l -> l.file("var/lib/dpkg/status", STATUS.formatted(name))
                .file("usr/sbin/nginx", NGINX, 0755))).hasSize(reported);
    }

    @ParameterizedTest
    @CsvSource({ "1.9, 1.10", "1.2, 1.2.1", "3.12.9, 3.13.0", "1.9, 1.10rc1", "9.2p1, 9.6p1", "9.9, 9.9p1",
            "9.9p2, 9.9p10", "1.1.1, 1.1.1k", "1.1.1k, 1.1.1w", "1.0.2z, 1.0.2za", "3.14.0a3, 3.14.0b1",
            "18beta1, 18.0",
            "8.4.0RC4, 8.4.0", "3.1-dev5, 3.1", "3.12.3, 3.12.3+", "22.0.0-nightly2024, 22.1.0" })
    void versionsOfNumbersAreSorted(String older, String newer) {
        assertThat(ProgramVersions.compare(older, newer)).isNegative();
        assertThat(ProgramVersions.compare(newer, older)).isPositive();
        assertThat(ProgramVersions.compare(older, older)).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "1.29.0, 1.29.0+k3s1", "22.0.0, 22.0.0-nightly2024", "x, 1.0" })
    void otherVersionsAreNotSorted(String one, String other) {
        assertThat(ProgramVersions.compare(one, other)).isNull();
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

    private static String unescaped(String text) {
        return Pattern.compile("\\\\x(..)")
                .matcher(text.replace("\\0", "\0").replace("\\t", "\t"))
                .replaceAll(code -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    /** A program with a version from the linker and with Go's build information, whose lengths have two bytes. */
    private static byte[] goProgram(String module, String version) {
        String lines = "path\tx\nmod\t%s\t%s\t\ndep\texample.org/library\tv1.0.0\th1:x\n".formatted(module, version)
                + "build\t-ldflags=\"-X main.version=3.3.1\"\n"
                + "build\tx=%s\n".formatted("x".repeat(128));
        int length = lines.length() + 32;
        String info = "\u00ff Go buildinf:\b\2" + "\0".repeat(16) + "\bgo1.24.1" + (char) (length & 0x7f | 0x80)
                + (char) (length >> 7);
        return elf("\0".repeat(56) + info + "\0".repeat(16) + lines + "\0".repeat(16));
    }

    private static byte[] elf(String content) {
        return ("\u007fELF\2\1\1\0" + content).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * A line of the examples. A fifth cell is the package of Debian 12 with the file. The content of these examples is
     * the text with the 32 bytes before and after it.
     *
     * @param content with {@code \\0} for zero bytes, and {@code \\x} and the code for others
     */
    record Example(String name, String path, String content, String version) {

        Example {
            content = unescaped(content);
        }
    }

    private record CountedCharacters(CharSequence content, AtomicLong reads) implements CharSequence {

        @Override
        public int length() {
            return this.content.length();
        }

        @Override
        public char charAt(int index) {
            this.reads.incrementAndGet();
            return this.content.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            this.reads.addAndGet(end - start);
            return this.content.subSequence(start, end);
        }
    }
}
