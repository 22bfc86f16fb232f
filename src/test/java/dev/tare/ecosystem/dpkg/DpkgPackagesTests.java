package dev.tare.ecosystem.dpkg;

import java.util.List;

import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.OsPackage;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspection.Software;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DpkgPackagesTests {

    private static final String STATUS = "var/lib/dpkg/status";

    @ParameterizedTest
    @ValueSource(strings = { "install ok installed", "hold ok installed", "install ok unpacked",
            "install reinstreq half-configured", "install ok triggers-awaited", "install ok triggers-pending",
            "Install OK Installed" })
    void packageOnDiskIsListed(String status) {
        assertThat(packages("Package: a\nVersion: 1\nStatus: " + status + "\n")).extracting(OsPackage::name)
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = { "deinstall ok config-files", "purge ok not-installed", "install ok not-installed",
            "install reinstreq half-installed", "install ok", "installed-not" })
    void packageThatIsNotOnDiskIsNotListed(String status) {
        Inspection inspection = inspect(STATUS, "Package: a\nVersion: 1\nStatus: " + status + "\n");
        assertThat(inspection.software().packages()).isEmpty();
        assertThat(inspection.software().unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "installed,-", "triggers-awaited,-", "triggers-pending,-",
            "unpacked,unpacked", "half-configured,half-configured" })
    void incompletelyInstalledPackageHasAState(String status, @Nullable String state) {
        assertThat(packages("Package: a\nVersion: 1\nStatus: install ok " + status + "\n")).extracting(OsPackage::state)
                .containsExactly(state);
    }

    @Test
    void packageWithoutStateIsInstalledOnlyInAFileOfItsOwn() {
        assertThat(packages("Package: a\nVersion: 1\n")).isEmpty();
        assertThat(inspect("var/lib/dpkg/status.d/a", "Package: a\nVersion: 1\n").software().packages()).hasSize(1);
        assertThat(inspect("var/lib/dpkg/status.d/a", "Package: a\nVersion: 1\nStatus: purge ok config-files\n")
                .software()
                .packages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "1,all,1", "2,all,2", "1,amd64,2" })
    void samePackageInAFileOfItsOwnCountsOnce(String version, String architecture, int count) {
        assertThat(DrawnImage.anImage()
                .layer(l -> l
                        .file(STATUS, "Package: a\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n")
                        .file("var/lib/dpkg/status.d/a",
                                "Package: a\nVersion: " + version + "\nArchitecture: " + architecture + "\n"))
                .inspect()
                .software()
                .packages()).hasSize(count);
    }

    @Test
    void packageWithoutVersionIsSkipped() {
        assertThat(packages("Package: a\nStatus: install ok installed\n\n"
                + "Package: b\nStatus: install ok installed\nVersion: 2\n")).extracting(OsPackage::name)
                .containsExactly("b");
        assertThat(inspect("var/lib/dpkg/status.d/a", "Package: a\n").software().packages()).isEmpty();
    }

    @Test
    void fieldNamesMayHaveAnyCase() {
        assertThat(packages("PACKAGE: a\nstatus: install ok installed\nversion: 1\nARCHitecture: amd64\n"))
                .extracting(OsPackage::name, OsPackage::version, OsPackage::architecture)
                .containsExactly(tuple("a", "1", "amd64"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "foo (1:2.3-4),foo,1:2.3-4", "foo,foo,-", "foo(1),foo,1", "foo  ( 1 ),foo,1",
            "foo (),foo,-", "foo (1) x,foo,1", "a (1),-,1", "a,-,-", "(1),-,-" })
    void sourceHasANameAndAVersionThatDiffer(String source, @Nullable String name, @Nullable String version) {
        assertThat(packages("Package: a\nStatus: install ok installed\nVersion: 2\nSource: " + source + "\n"))
                .extracting(OsPackage::source, OsPackage::sourceVersion)
                .containsExactly(tuple(name, version));
    }

    @Test
    void filesOfAPackageInAFileOfItsOwnAreThoseOfItsDigests() {
        FileOwners owners = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status.d/openssl", "Package: openssl\nVersion: 3\n")
                        .file("var/lib/dpkg/info/openssl.md5sums", "0".repeat(32) + "  usr/bin/openssl\n")
                        .file("usr/bin/openssl", "x"))
                .inspect()
                .software()
                .owners();
        assertThat(owners.ownerOf("usr/bin/openssl")).isEqualTo("openssl");
    }

    @Test
    void fileListTakesPrecedenceOverDigests() {
        FileOwners owners = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/info/a:amd64.md5sums", "0".repeat(32) + "  b\n")
                        .file("var/lib/dpkg/info/a:amd64.list", "/a\n")
                        .file("a", "")
                        .file("b", ""))
                .inspect()
                .software()
                .owners();
        assertThat(owners.ownerOf("a")).isEqualTo("a");
        assertThat(owners.ownerOf("b")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { STATUS, "var/lib/dpkg/status.d/a", "lib/apk/db/installed" })
    void databaseWithoutPackagesIsUnread(String path) {
        for (String content : List.of("\0\0\0\0", "\u0001\u0002 : \n\n\u0003", "Version: 1\n", "{}")) {
            assertThat(inspect(path, content).software().unread()).extracting(Unread::subject, Unread::path)
                    .containsExactly(tuple(Subject.OS_PACKAGES, path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n\n" })
    void emptyDatabaseHasNoPackages(String content) {
        assertThat(inspect(STATUS, content).software().unread()).isEmpty();
    }

    @Test
    void partOfADatabaseThatIsDamagedIsUnread() {
        Software software =
                inspect(STATUS, "Package: a\nStatus: install ok installed\nVersion: 1\n\n\0\0\0").software();
        assertThat(software.packages()).hasSize(1);
        assertThat(software.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, STATUS));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Package: b\n", "Package: b\nStatus: install ok installed\n",
            "Package: b\nStatus: install ok installed\nVersion: 2", "Package: b\nVersion: 2\nDescr",
            "Package: b\nStatus: install ok installed\nVersion: 2\n\0\0",
            "Package: b\nStatus: install ok installed\nVersion: 2\n\0\0\n" })
    void databaseThatIsCutInAStanzaIsIncomplete(String last) {
        Software software =
                inspect(STATUS, "Package: a\nStatus: install ok installed\nVersion: 1\n\n" + last).software();
        assertThat(software.packages()).extracting(OsPackage::name).contains("a");
        assertThat(software.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, STATUS));
    }

    @ParameterizedTest
    @CsvSource({ STATUS + ", Package: a|Status: install ok installed||Package: b|Status: install ok unpacked|",
            "lib/apk/db/installed, P:a||P:b|", "var/lib/dpkg/status.d/a, Package: a|" })
    void databaseWithoutVersionsIsUnread(String path, String content) {
        assertThat(inspect(path, content.replace('|', '\n')).software().unread())
                .extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, path));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Package: b\nStatus: purge ok not-installed\n",
            "Package: b\nStatus: install ok installed\n\nPackage: c\nStatus: install ok installed\nVersion: 1\n" })
    void databaseThatIsWholeIsComplete(String last) {
        assertThat(inspect(STATUS, "Package: a\nStatus: install ok installed\nVersion: 1\n\n" + last).software()
                .unread()).isEmpty();
    }

    private static List<OsPackage> packages(String status) {
        return inspect(STATUS, status).software().packages();
    }

    private static Inspection inspect(String path, String content) {
        return DrawnImage.anImage().layer(l -> l.file(path, content)).inspect();
    }
}
