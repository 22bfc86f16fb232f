package dev.tare.inspection.ledger;

import java.util.List;

import dev.tare.ecosystem.OsPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PurposesTests {

    @Test
    void tablesAreSortedWithoutDuplicates() {
        List<String> packages = Purposes.rows("packages.tsv")
                .map(row -> row[0] + "\t" + row[1] + "\t" + row[2] + "\t")
                .toList();
        assertThat(packages).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(500);
        assertThat(Purposes.ALL).extracting(Purpose::id).isSorted().doesNotHaveDuplicates();
        assertThat(Purposes.ALL).extracting(Purpose::title).doesNotHaveDuplicates();
    }

    @Test
    void packagesUseEachPurposeAndNoOther() {
        List<String> used = Purposes.rows("packages.tsv").map(row -> row[3]).distinct().toList();
        assertThat(used).contains(Purposes.NONE)
                .containsAll(Purposes.ALL.stream().map(Purpose::id).toList())
                .hasSize(Purposes.ALL.size() + 1);
        assertThat(Purposes.rows("packages.tsv").map(row -> row[0] + " " + row[1]).distinct())
                .containsExactlyInAnyOrder("apk package", "apk source", "dpkg package", "dpkg source", "rpm package",
                        "rpm source");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            dpkg, gcc-14,       libstdc++6,        C and C++ runtime
            dpkg, gcc-14,       gcc-14,            Compilers and build tools
            dpkg, gcc-14,       libgcc-14-dev,     Compilers and build tools
            dpkg, util-linux,   mount,             Shells and command-line tools
            dpkg, util-linux,   libuuid1,          libuuid1
            dpkg, python3.13,   libpython3.13,     Python
            apk,  busybox,      ssl_client,        Shells and command-line tools
            rpm,  glibc,        glibc-common,      C and C++ runtime
            rpm,  zork,         zork-libs,         zork
            """)
    void packageHasALineByItsOwnNameOrThatOfItsSource(String manager, String source, String name, String line) {
        OsPackage one = new OsPackage(manager, name, "1", "all", source.equals(name) ? null : source, null, null,
                "database", 0);
        assertThat(Purposes.lineOf(one)).isEqualTo(line);
    }

    @Test
    void longNameHasNoPurpose() {
        String name = "1".repeat(100_000);
        assertThat(Purposes.lineOf(new OsPackage("dpkg", name, "1", "all", null, null, null, "database", 0)))
                .isEqualTo(name);
    }
}
