package dev.tare.ecosystem.rpm;

import java.util.List;
import java.util.function.Consumer;

import dev.tare.content.Unread;
import dev.tare.ecosystem.OsPackage;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import dev.tare.version.VersionOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RpmDatabasesTests {

    private static final String MANIFEST = "var/lib/rpmmanifest/container-manifest-2";

    private static final String LINE = "openssl-libs\t1.1.1k-30.cm2\t1704067200\t1704067100\tMicrosoft Corporation\t"
            + "(none)\t3456789\tx86_64\t0\topenssl-1.1.1k-30.cm2.src.rpm\n";

    @Test
    void samePackagesInOtherFormsAreCountedOnce() {
        Inspection inspection = inspect(l -> l.file("var/lib/rpm/Packages", RpmCollectorTests.genuine("Packages"))
                .file("var/lib/rpm/Packages.db", RpmCollectorTests.genuine("Packages.db"))
                .file("usr/lib/sysimage/rpm/Packages.db", RpmCollectorTests.genuine("Packages.db")));
        assertThat(inspection.software().packages()).hasSize(4)
                .extracting(OsPackage::database)
                .containsOnly("usr/lib/sysimage/rpm/Packages.db");
        assertThat(inspection.software().unread()).isEmpty();
    }

    @Test
    void secondDatabaseWithOtherPackagesIsReported() {
        Inspection inspection = inspect(l -> l.file("var/lib/rpm/Packages", RpmCollectorTests.genuine("Packages"))
                .file("var/lib/rpm/rpmdb.sqlite", RpmCollectorTests.genuine()));
        assertThat(inspection.software().packages()).hasSize(22);
        assertThat(inspection.software().unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Unread.Subject.OS_PACKAGES, "var/lib/rpm/Packages"));
    }

    @Test
    void damagedDatabaseIsReportedAndTheOtherOneRead() {
        Inspection inspection = inspect(l -> l.file("var/lib/rpm/Packages", RpmCollectorTests.genuine("Packages"))
                .file("var/lib/rpm/rpmdb.sqlite", "damaged"));
        assertThat(inspection.software().packages()).hasSize(4);
        assertThat(inspection.software().unread()).extracting(Unread::path)
                .containsExactly("var/lib/rpm/rpmdb.sqlite");
    }

    @ParameterizedTest
    @ValueSource(strings = { "usr/lib/sysimage/rpm", "usr/share/rpm", "var/lib/rpm" })
    void databaseIsReadOnceThroughLinksOfAllFolders(String folder) {
        Inspection inspection = inspect(l -> {
            l.file(folder + "/Packages", RpmCollectorTests.genuine("Packages"));
            List.of("usr/lib/sysimage/rpm", "usr/share/rpm", "var/lib/rpm")
                    .stream()
                    .filter(other -> !other.equals(folder))
                    .forEach(other -> l.symlink(other, "/" + folder));
        });
        assertThat(inspection.software().packages()).hasSize(4);
        assertThat(inspection.software().unread()).isEmpty();
    }

    @Test
    void manifestOfADistrolessImageListsPackages() {
        Inspection inspection = inspect(l -> l.file(MANIFEST, LINE
                + "glibc\t2:2.35\t1\t1\tMicrosoft\t(none)\t(none)\t(none)\t(none)\t(none)\n"
                + "ca\t1-1\t1\t1\tMicrosoft\t3\t12\tnoarch\t3\tca-1-1.src.rpm\n"
                + "gpg-pubkey\t1-1\t1\t1\t(none)\t(none)\t0\t(none)\t0\t(none)\n\n"));
        assertThat(inspection.software().packages())
                .extracting(OsPackage::manager, OsPackage::name, OsPackage::version, OsPackage::architecture,
                        OsPackage::source, OsPackage::sourceVersion, OsPackage::installedSize)
                .containsExactlyInAnyOrder(
                        tuple("rpm", "openssl-libs", "1.1.1k-30.cm2", "x86_64", "openssl", "1.1.1k-30.cm2", 3456789L),
                        tuple("rpm", "glibc", "2:2.35", "", null, null, null),
                        tuple("rpm", "ca", "3:1-1", "noarch", null, "1-1", 12L));
        assertThat(inspection.software().unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "openssl-libs\t1.1.1k-30.cm2\t17040", "\0\1\2", "\t\t\t\t\t\t\t\t\t" })
    void damagedManifestIsReported(String line) {
        Inspection inspection = inspect(l -> l.file(MANIFEST, LINE + line));
        assertThat(inspection.software().packages()).isEmpty();
        assertThat(inspection.software().unread()).extracting(Unread::path).containsExactly(MANIFEST);
    }

    /** A build that installs packages into a distroless image adds a database of only those. */
    @Test
    void manifestAddsThePackagesThatTheDatabaseDoesNotList() {
        Inspection inspection = inspect(l -> l.file(MANIFEST,
                LINE + "tare-forms\t0.1-1\t1\t1\tv\t(none)\t1\tnoarch\t0\ttare-forms-0.1-1.src.rpm\n")
                .file("var/lib/rpm/Packages", RpmCollectorTests.genuine("Packages")));
        assertThat(inspection.software().packages()).hasSize(5)
                .extracting(OsPackage::name, OsPackage::version)
                .contains(tuple("openssl-libs", "1.1.1k-30.cm2"), tuple("tare-forms", "1.0-1"));
    }

    @Test
    void noEpochIsTheSameAsEpochZero() {
        VersionOrder order = RpmVersions.ORDER;
        assertThat(order.compare("0:1.0-1", "1.0-1")).isZero();
        assertThat(order.compare("1:1.0-1", "2.0-1")).isPositive();
    }

    private static Inspection inspect(Consumer<LayerBuilder> drawing) {
        return DrawnImage.anImage().layer(drawing).inspect();
    }
}
