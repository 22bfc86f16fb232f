package dev.tare.ecosystem.dpkg;

import java.util.List;
import java.util.function.Consumer;

import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DebianCopyrightsTests {

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
    void veryManyLicensesAreBounded() {
        StringBuilder copyright = new StringBuilder(FORMAT);
        for (int i = 0; i < 5_000; i++) {
            copyright.append("Files: ").append(i).append("\nLicense: custom-").append(i).append("\n\n");
        }
        assertThat(licenses(l -> l.file("usr/share/doc/a/copyright", copyright.toString()))).hasSizeLessThan(110);
    }

    private static List<String> licenses(Consumer<LayerBuilder> layer) {
        return DrawnImage.anImage()
                .layer(l -> layer.accept(l.file("var/lib/dpkg/status",
                        "Package: a\nStatus: install ok installed\nVersion: 1\n")))
                .inspect()
                .software()
                .packages()
                .getFirst()
                .licenses()
                .texts();
    }
}
