package dev.tare.ecosystem.dpkg;

import java.util.List;
import java.util.function.Consumer;

import dev.tare.ecosystem.OsPackage;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DebianCopyrightsTests {

    private static final String STATUS = "Package: a\nStatus: install ok installed\nVersion: 1\n";

    private static final String FORMAT =
            "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: a\n\n";

    private static final String COPYRIGHT = FORMAT + """
            Files: *
            Copyright: 2020 A
            License: GPL-2+
             The text.
             .
             License: not this

            Files:
             a/*
             b
            Copyright: B
            license: Expat or Artistic, and BSD-3-clause

            Files: debian/*
            Copyright: C
            License: GPL-2+

            License: LGPL-2.1
             Its text.
            """;

    @Test
    void licensesAreThoseOfTheFiles() {
        assertThat(licenses(l -> l.file("usr/share/doc/a/copyright", COPYRIGHT)))
                .containsExactly("GPL-2.0-or-later", "MIT OR Artistic-1.0-Perl", "BSD-3-Clause");
    }

    @Test
    void folderMayBeALink() {
        assertThat(licenses(
                l -> l.file("usr/share/doc/b/copyright", COPYRIGHT).symlink("usr/share/doc/a", "b"))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "This package is free.\nLicense: MIT\n\nFiles: *\nLicense: MIT\n",
            "Format: other\n\nFiles: *\nLicense: MIT\n" })
    void textForPeopleStatesNoLicense(String copyright) {
        assertThat(licenses(l -> l.file("usr/share/doc/a/copyright", copyright))).isEmpty();
    }

    @Test
    void copyrightFileAtAnotherPathDoesNotCount() {
        assertThat(licenses(l -> l.file("usr/share/doc/a/examples/copyright", COPYRIGHT)
                .file("usr/share/doc/b/copyright", COPYRIGHT)
                .file("opt/usr/share/doc/a/copyright", COPYRIGHT))).isEmpty();
    }

    @Test
    void packagesWithOneFileShareItsLicenses() {
        List<OsPackage> packages = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", STATUS + "\n" + STATUS.replace("Package: a", "Package: b"))
                        .file("usr/share/doc/a/copyright", COPYRIGHT)
                        .symlink("usr/share/doc/b", "a"))
                .inspect()
                .software()
                .packages();
        assertThat(packages).hasSize(2);
        assertThat(packages.getFirst().licenses().list()).hasSize(3).isSameAs(packages.getLast().licenses().list());
    }

    @Test
    void licenseOfTheWholePackageCounts() {
        assertThat(licenses(l -> l.file("usr/share/doc/a/copyright",
                FORMAT.strip() + "\nLicense: Expat\n\nFiles: *\nLicense: GPL-2\n"))).containsExactly("MIT",
                        "GPL-2.0-only");
    }

    @Test
    void emptyLinesMayBeFirst() {
        assertThat(licenses(l -> l.file("usr/share/doc/a/copyright", "\n \n" + COPYRIGHT))).hasSize(3);
    }

    @Test
    void textWithoutAShortNameIsNoLicense() {
        assertThat(licenses(l -> l.file("usr/share/doc/a/copyright",
                FORMAT + "Files: *\nLicense:\n Permission is granted.\n"))).isEmpty();
    }

    @Test
    void longLicenseIsCut() {
        assertThat(licenses(l -> l.file("usr/share/doc/a/copyright",
                FORMAT + "Files: *\nLicense: " + "long ".repeat(200) + "\n"))).singleElement()
                .satisfies(license -> assertThat(license).startsWith("long long").endsWith("…").hasSizeLessThan(250));
    }

    @ParameterizedTest
    @CsvSource({ "100,custom-99", "101,and more licenses", "5000,and more licenses" })
    void veryManyLicensesAreCutVisibly(int count, String last) {
        StringBuilder copyright = new StringBuilder(FORMAT);
        for (int i = 0; i < count; i++) {
            copyright.append("Files: ").append(i).append("\nLicense: custom-").append(i).append("\n\n");
        }
        assertThat(licenses(l -> l.file("usr/share/doc/a/copyright", copyright.toString())))
                .hasSize(Math.min(count, 101))
                .endsWith(last);
    }

    private static List<String> licenses(Consumer<LayerBuilder> layer) {
        return DrawnImage.anImage()
                .layer(l -> layer.accept(l.file("var/lib/dpkg/status", STATUS)))
                .inspect()
                .software()
                .packages()
                .getFirst()
                .licenses()
                .texts();
    }
}
