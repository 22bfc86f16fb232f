package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

class WhyCommandTests {

    private static final String STATUS = """
            Package: app
            Status: install ok installed
            Architecture: amd64
            Version: 1
            Depends: liba, libc6

            Package: liba
            Status: install ok installed
            Architecture: amd64
            Version: 2
            Depends: libb, libc6

            Package: libb
            Status: install ok installed
            Architecture: amd64
            Version: 3
            Pre-Depends: liba

            Package: libc6
            Status: install ok installed
            Architecture: amd64
            Version: 4

            Package: tool
            Status: install ok installed
            Architecture: amd64
            Version: 5
            Depends: libc6
            """;

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void writeArchive() throws IOException {
        this.archive = Files.write(this.folder.resolve("app.tar"), anImage("app:1")
                .layer(layer -> layer.file("var/lib/dpkg/status", STATUS)
                        .file("var/lib/dpkg/info/app.list", "/usr/bin/app\n/usr/share/doc/app/readme\n")
                        .file("var/lib/dpkg/info/liba.list", "/usr/lib/liba\n")
                        .file("var/lib/dpkg/info/libb.list", "/usr/lib/libb\n")
                        .file("var/lib/dpkg/info/libc6.list", "/usr/lib/libc\n")
                        .file("usr/bin/app", "a".repeat(10))
                        .file("usr/lib/liba", "a".repeat(20))
                        .file("usr/lib/libb", "b".repeat(40))
                        .file("usr/lib/libc", "c".repeat(80)))
                .layer(layer -> layer.file("usr/share/doc/app/readme", "r".repeat(5))
                        .hardLink("usr/share/doc/z", "usr/share/doc/app/readme")
                        .symlink("usr/bin/link", "app")
                        .file("usr/bin/empty", ""))
                .asDockerArchive());
    }

    @Test
    void packageHasItsOwnersLayersAndDependencies() {
        JsonNode why = json("app");
        assertThat(why.path("kind").asString()).isEqualTo("PACKAGE");
        assertThat(why.path("visibleBytes").asLong()).isEqualTo(15);
        assertThat(why.at("/owners/items").findValuesAsString("title")).containsExactly("OS packages", "Documentation");
        assertThat(why.at("/owners/items/0/reason").asString()).isEqualTo("The package lists the file.");
        assertThat(why.at("/owners/items/1/reason").asString()).contains("before its package");
        assertThat(why.at("/layers/items").findValuesAsString("index")).containsExactly("0", "1");
        assertThat(why.at("/osPackage/dependents/items")).isEmpty();
        assertThat(why.at("/osPackage/dependencies/items").valueStream().map(JsonNode::asString))
                .containsExactly("liba", "libc6");
    }

    /** The two libraries need each other, and another package needs the C library, too. */
    @Test
    void bytesWithPackagesThatNothingElseNeedsAreSeparate() {
        JsonNode app = json("app").path("osPackage");
        assertThat(app.path("visibleBytes").asLong()).isEqualTo(15);
        assertThat(app.at("/neededByNothingElse/items").findValuesAsString("name")).containsExactly("libb", "liba");
        assertThat(app.path("withThemBytes").asLong()).isEqualTo(75);
        JsonNode libc = json("libc6:amd64").path("osPackage");
        assertThat(libc.at("/dependents/items").valueStream().map(JsonNode::asString))
                .containsExactly("app", "liba", "tool");
        assertThat(libc.path("withThemBytes").asLong()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /usr/bin/app,   /usr/bin/app,              ,              10
            usr/bin/app,    /usr/bin/app,              ,              10
            /usr/bin/link,  /usr/bin/app,              /usr/bin/link, 10
            /usr/share/doc/z, /usr/share/doc/app/readme, /usr/share/doc/z, 5
            /usr/bin/empty, /usr/bin/empty,            ,              0
            """)
    void pathIsAFile(String asked, String name, String requested, long bytes) {
        JsonNode why = json(asked);
        assertThat(why.path("kind").asString()).isEqualTo("FILE");
        assertThat(why.path("name").asString()).isEqualTo(name);
        assertThat(why.path("requested").asString(null)).isEqualTo(requested);
        assertThat(why.path("visibleBytes").asLong()).isEqualTo(bytes);
        assertThat(why.at("/owners/total").asInt()).isOne();
    }

    @Test
    void folderHasTheFilesBelowIt() {
        JsonNode why = json("/usr/lib/");
        assertThat(why.path("kind").asString()).isEqualTo("FOLDER");
        assertThat(why.path("visibleBytes").asLong()).isEqualTo(140);
        assertThat(why.at("/owners/items").findValuesAsString("name")).containsExactly("libc6", "libb", "liba");
        assertThat(why.path("osPackage").isNull()).isTrue();
        assertThat(json("/").path("files").asLong()).isEqualTo(10);
    }

    @Test
    void textAnswersInTables() {
        CommandRun run = CommandRun.of("why", this.archive, "app");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("OS packages", "Needed by: no package", "Needs: liba, libc6", "libb");
        assertThat(CommandRun.of("why", this.archive, "libc6", "--format", "markdown").out()).contains("`tool`");
    }

    @ParameterizedTest
    @CsvSource({ "ap, app", "lic6, libc6", "/usr/bin/ap, /usr/bin/app", "/opt/app, /usr/bin/app" })
    void unknownNameIsAnErrorWithSimilarNames(String asked, String similar) {
        CommandRun run = CommandRun.of("why", this.archive, asked);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no file, folder, package or library \"" + asked + "\"", similar);
    }

    @Test
    void unknownNameWithoutSimilarNamesIsAnError() {
        assertThat(CommandRun.of("why", this.archive, "zzzzzzzzzzz").err()).doesNotContain("Similar names");
        assertThat(CommandRun.of("why", this.archive, "x".repeat(10_000)).status()).isEqualTo(2);
    }

    /** Its name is also the end of the name of a jar, which matches less exactly. */
    @Test
    void libraryWithTheExactNameIsPreferred() throws IOException {
        writeLibraries(layer -> layer.file("app/0/redis-1.jar", new JarBuilder().pom("g", "redis", "1").toJar())
                .file("app/node_modules/redis/package.json", "{\"name\": \"redis\", \"version\": \"4\"}"));
        JsonNode why = json("redis");
        assertThat(why.path("name").asString()).isEqualTo("redis");
        assertThat(why.at("/owners/items").findValuesAsString("line")).containsExactly("Node packages");
        assertThat(why.at("/owners/items/0/reason").asString()).contains("a library of a language's package manager");
        assertThat(json("g:redis").path("name").asString()).isEqualTo("g:redis");
    }

    @Test
    void nameOfSeveralLibrariesIsAnErrorWithTheirFullNames() throws IOException {
        writeLibraries(
                layer -> layer.file("app/node_modules/redis/package.json", "{\"name\": \"redis\", \"version\": \"4\"}")
                        .file("usr/lib/python3/site-packages/redis-5.dist-info/METADATA", "Name: redis\nVersion: 5\n"));
        CommandRun run = CommandRun.of("why", this.archive, "redis");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("\"Libraries / Python packages / redis\"",
                "\"Libraries / Node packages / redis\"");
        JsonNode why = json("Libraries / Node packages / redis");
        assertThat(why.path("files").asLong()).isOne();
        assertThat(why.at("/owners/items").findValuesAsString("line")).containsExactly("Node packages");
        assertThat(why.path("visibleBytes").asLong()).isEqualTo(why.at("/owners/items/0/visibleBytes").asLong());
    }

    @Test
    void artifactOfSeveralGroupsIsAnErrorWithAFewFullNames() throws IOException {
        writeLibraries(layer -> IntStream.range(0, 20)
                .forEach(i -> layer.file("app/" + i + "/core-1.jar",
                        new JarBuilder().pom("g" + i, "core", "1").toJar())));
        CommandRun run = CommandRun.of("why", this.archive, "core");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("\"Libraries / Java libraries / g0:core\"", "15 more").doesNotContain("g9:core");
    }

    private void writeLibraries(Consumer<LayerBuilder> layer) throws IOException {
        Files.write(this.archive, anImage("app:1").layer(layer).asDockerArchive());
    }

    private JsonNode json(String name) {
        CommandRun run = CommandRun.of("why", this.archive, name, "--format=json");
        assertThat(run.status()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }
}
