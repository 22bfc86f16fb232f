package dev.tare.inspection.ledger;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.ecosystem.OsPackage;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LedgerAssert;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class LedgerTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            etc/ssl/certs/ca-certificates.crt,      CERTIFICATES,      CA certificates
            etc/ssl/certs/java/cacerts,             CERTIFICATES,      Java trust store
            usr/share/zoneinfo/Europe/Oslo,         TIME_ZONES,        Time zone data
            usr/share/i18n/locales/de_DE,           LOCALES,           Locale sources
            usr/lib/locale/locale-archive,          LOCALES,           Compiled locales
            usr/lib/x86_64-linux-gnu/gconv/CP1.so,  LOCALES,           Character set converters
            usr/share/locale/de/a.mo,               LOCALES,           Translated messages
            usr/share/man/man1/a.1,                 DOCUMENTATION,     Manual pages
            usr/share/doc/a/copyright,              DOCUMENTATION,     Package documentation
            var/lib/dpkg/status,                    PACKAGE_DATABASES, Package database
            var/cache/debconf/templates.dat,        PACKAGE_DATABASES, Caches
            usr/bin/a,                              OS_PACKAGES,       Shells and command-line tools
            """)
    void topicsComeBeforePackages(String path, Chapter chapter, String line) {
        assertThat(lines(base().dpkg("bash", "5.2").file(path, 7).packaged(path, "bash")))
                .containsExactly(new LedgerLine(chapter, line, explanation(chapter),
                        List.of(new LedgerOwner("bash", List.of("5.2"), 7, 3L, 1, List.of(0)))));
    }

    private static String explanation(Chapter chapter) {
        return chapter == Chapter.OS_PACKAGES ? "Programs for people and scripts at a command line." : null;
    }

    @Test
    void packageWithoutPurposeIsALineWithTheNameOfItsSource() {
        assertThat(names(
                base().dpkgOf("zork", "libzork1", "1").file("usr/lib/zork", 7).packaged("usr/lib/zork", "libzork1")))
                .containsExactly("OS packages / zork / libzork1");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            opt/java/lib/modules,          Java runtime / Module image
            opt/java/lib/server/classes.jsa, Java runtime / CDS archives
            opt/java/lib/libjava.so,       Java runtime / Native libraries
            opt/java/jmods/java.base.jmod, Java runtime / Modules for jlink
            opt/java/conf/a.properties,    'Java runtime / Commands, configuration and data'
            opt/java/lib/security/cacerts, Certificates / Java trust store
            """)
    void filesOfAJavaRuntimeBelongToItByKind(String path, String line) {
        assertThat(names(base().java("opt/java", "Eclipse Adoptium", "25.0.3").file(path, 7)))
                .containsExactly(line + " / Eclipse Adoptium");
    }

    @Test
    void runtimeInASystemFolderOwnsNoOtherFilesThere() {
        assertThat(names(base().java("usr", "Eclipse Adoptium", "25").file("usr/share/a/b", 7)))
                .containsExactly("Folders without a package / /usr/share / /usr/share");
    }

    /** The deepest jar has no stored size, because the jar around it is compressed as a whole. */
    @Test
    void jarInAJarOwnsItsCompressedBytesAndTheOuterJarTheRest() {
        byte[] deepest = new JarBuilder().pom("g", "deepest", "3").toJar();
        byte[] inner = new JarBuilder().pom("g", "inner", "1")
                .entry("a.txt", "a".repeat(10_000))
                .stored("deepest-3.jar", deepest)
                .toJar();
        byte[] stored = new JarBuilder().pom("g", "stored", "2").toJar();
        byte[] outer = new JarBuilder().pom("g", "app", "4")
                .entry("BOOT-INF/lib/inner-1.jar", inner)
                .stored("BOOT-INF/lib/stored-2.jar", stored)
                .toJar();
        Ledger ledger = Ledger.of(LedgerAssert.balanced(
                DrawnImage.anImage().layer(layer -> layer.file("app/app-4.jar", outer)).inspect()));
        assertThat(ledger.lines()).singleElement().satisfies(line -> {
            assertThat(line.files()).isOne();
            assertThat(line.owners()).extracting(LedgerOwner::name)
                    .containsExactlyInAnyOrder("g:app", "g:inner", "g:stored");
            assertThat(line.owners()).filteredOn(owner -> owner.name().equals("g:stored"))
                    .extracting(LedgerOwner::size)
                    .containsExactly((long) stored.length);
            assertThat(line.owners()).filteredOn(owner -> owner.name().equals("g:inner"))
                    .extracting(LedgerOwner::size)
                    .allMatch(size -> size > 0 && size < inner.length);
        });
    }

    @Test
    void jarInAJarOwnsNoMoreThanTheFileHas() {
        InspectionBuilder image = base().jar("app/a.jar", "g", "a", "1", 10, "a")
                .nestedJar("app/a.jar!/b.jar", "b", 7)
                .nestedJar("app/a.jar!/c.jar", "c", Long.MAX_VALUE);
        assertThat(lines(image)).singleElement()
                .satisfies(line -> assertThat(line.owners()).extracting(LedgerOwner::name, LedgerOwner::size)
                        .containsExactly(tuple("g:b", 7L), tuple("g:c", 3L), tuple("g:a", 0L)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            npm,      app/node_modules/a/package.json,                       app/node_modules/a/lib/x.js
            pypi,     usr/lib/python3/site-packages/a-1.dist-info/METADATA,  usr/lib/python3/site-packages/a/x.py
            pypi,     usr/lib/python3/site-packages/a-1.dist-info/METADATA,  usr/lib/python3/site-packages/a.py
            pypi,     usr/lib/python3/dist-packages/a-1.egg-info,            usr/lib/python3/dist-packages/a/x.py
            pypi,     opt/python3/a-1.egg/EGG-INFO/PKG-INFO,                 opt/python3/a-1.egg/b/x.py
            gem,      usr/lib/ruby/specifications/a-1.gemspec,               usr/lib/ruby/gems/a-1/x.rb
            composer, app/vendor/composer/installed.json,                    app/vendor/a/x.php
            nuget,    app/app.deps.json,                                     app/a.dll
            """)
    void filesOfALanguagesPackageBelongToIt(String manager, String description, String file) {
        List<LedgerLine> lines = lines(base().languagePackage(manager, "a", "1", description).file(file, 7));
        assertThat(lines).extracting(LedgerLine::chapter).containsExactly(Chapter.LIBRARIES);
        assertThat(lines.getFirst().owners())
                .containsExactly(new LedgerOwner("a", List.of("1"), 7, 3L, 1, List.of(0)));
    }

    @Test
    void pythonFolderWithoutAPackageIsALibrary() {
        assertThat(names(base().file("usr/lib/python3/site-packages/yaml/a.py", 7)))
                .containsExactly("Libraries / Python packages / yaml");
    }

    @Test
    void pythonPackageWithASingleFileOwnsNoOtherModules() {
        assertThat(names(base().languagePackage("pypi", "a", "1", "usr/lib/python3/dist-packages/a-1.egg-info")
                .file("usr/lib/python3/dist-packages/a-1.egg-info", 2)
                .file("usr/lib/python3/dist-packages/b/x.py", 7)))
                .containsExactly("Libraries / Python packages / b", "Libraries / Python packages / a");
    }

    @Test
    void applicationIsInLayersAboveTheBaseImage() {
        assertThat(names(base().file("srv/a.html", 7)
                .base("stated")
                .layer("app")
                .file("app/classes/A.class", 6)
                .file("app/resources/a.bin", 5)
                .file("app/main.py", 4)
                .file("app/data/sql", 3)
                .file("app/main.aot", 2)))
                .containsExactly("Folders without a package / /srv / /srv", "Application / Classes / /app/classes",
                        "Application / Resources / /app/resources", "Application / Python sources / /app",
                        "Application / /app/data / /app/data", "Application / AOT and CDS caches / /app");
    }

    @Test
    void executableWithoutAPackageIsAProgram() {
        assertThat(lines(base().file("usr/local/bin/caddy", 70_000, 0755, "caddy")
                .languagePackage("binary", "caddy", "2.8", "usr/local/bin/caddy")))
                .containsExactly(new LedgerLine(Chapter.PROGRAMS, "caddy", null,
                        List.of(new LedgerOwner("caddy", List.of("2.8"), 70_000, 35_000L, 1, List.of(0)))));
    }

    @Test
    void fileWithoutAPackageBelongsToTheOnlyPackageOfItsLayer() {
        assertThat(names(InspectionBuilder.image("a")
                .layer("one")
                .osPackage(new OsPackage("dpkg", "netbase", "1", "all", null, null, null, "var/lib/dpkg/status.d/n", 0))
                .file("etc/services", 7))).containsExactly("OS packages / Base system files / netbase");
    }

    @Test
    void hardLinkedContentCountsOnce() {
        assertThat(lines(base().file("usr/bin/a", 7).hardLink("usr/bin/b", "usr/bin/a"))).singleElement()
                .satisfies(line -> assertThat(line.size()).isEqualTo(7))
                .satisfies(line -> assertThat(line.files()).isOne());
    }

    @Test
    void ownersBeyondTheBoundAreFolders() {
        InspectionBuilder image = base();
        IntStream.range(0, 60_000).forEach(i -> image.file("d/f" + i + "/a", 1));
        Ledger ledger = Ledger.of(image.build());
        assertThat(ledger.lines()).hasSizeBetween(50_000, 50_010);
        assertThat(ledger.lines().getFirst().name()).isEqualTo("/d");
    }

    @Test
    void linesThatDoNotAddUpAreAnError() {
        Inspection image = base().file("a", 7).build();
        assertThatIllegalArgumentException().isThrownBy(() -> new Ledger(image.weight().sizes(), null, List.of()));
    }

    private static InspectionBuilder base() {
        return InspectionBuilder.image("image").layer("base");
    }

    private static List<LedgerLine> lines(InspectionBuilder image) {
        return Ledger.of(LedgerAssert.balanced(image.build())).lines();
    }

    private static List<String> names(InspectionBuilder image) {
        return lines(image).stream()
                .flatMap(line -> line.owners()
                        .stream()
                        .map(owner -> line.chapter().title() + " / " + line.name() + " / " + owner.name()))
                .toList();
    }
}
