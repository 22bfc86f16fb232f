package dev.tare.report.explore;

import java.util.List;

import dev.tare.inspection.ledger.Chapter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineIdTests {

    @Test
    void plainNameIsItsIdentifier() {
        assertThat(LineId.of(Chapter.OS_PACKAGES, "Perl")).isEqualTo("os-packages.perl");
        assertThat(LineId.of(Chapter.PACKAGE_DATABASES, "Package database"))
                .isEqualTo("package-databases.package-database");
    }

    @Test
    void similarNamesHaveDifferentIdentifiers() {
        String digest = LineId.of(Chapter.FOLDERS, "perl").substring("folders.perl~".length());
        List<String> names = List.of("/a/b", "/a-b", "\u00e4", "\u00f6", "Perl", "perl", "PERL", "", " ", "A b", "A  b",
                "Perl " + digest, "a".repeat(100), "a".repeat(101));
        assertThat(names.stream().map(name -> LineId.of(Chapter.FOLDERS, name))).doesNotHaveDuplicates()
                .allMatch(id -> id.length() < 100 && id.matches("[a-z0-9.~-]+"));
    }
}
