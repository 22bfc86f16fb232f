package dev.tare.ecosystem.rpm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.OsPackage;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Reads a database of rpm 4.18, and compares the packages with the output of {@code rpm -qa}. */
public class RpmCollectorTests {

    private static final String DATABASE = "var/lib/rpm/rpmdb.sqlite";

    @Test
    void packagesEqualTheListOfRpm() throws IOException {
        try (InputStream list = RpmCollectorTests.class.getResourceAsStream("rpm-qa.txt")) {
            List<String> expected = new String(requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList();
            assertThat(inspect(DATABASE, genuine()).software().packages())
                    .extracting(one -> one.name() + " " + one.version() + " " + one.architecture() + " "
                            + one.installedSize())
                    .containsExactlyInAnyOrderElementsOf(expected)
                    .hasSize(22);
        }
    }

    @Test
    void packageHasTheValuesOfItsHeader() {
        Inspection inspection = inspect("usr/lib/sysimage/rpm/rpmdb.sqlite", genuine());
        assertThat(inspection.software().packages())
                .contains(new OsPackage("rpm", "tare-alpha", "2:1.4.2-3.fc42", "noarch", null, "1.4.2-3.fc42",
                        13L, "usr/lib/sysimage/rpm/rpmdb.sqlite", 0));
        assertThat(inspection.software().unread()).isEmpty();
    }

    @Test
    void databaseBehindALinkIsReadOnce() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("usr/lib/sysimage/rpm/rpmdb.sqlite", genuine())
                        .symlink("var/lib/rpm", "../../usr/lib/sysimage/rpm"))
                .inspect();
        assertThat(inspection.software().packages()).hasSize(22);
    }

    @Test
    void writeAheadLogThatIsNotEmptyIsReported() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file(DATABASE, genuine()).file(DATABASE + "-wal", "changes"))
                .inspect();
        assertThat(inspection.software().packages()).hasSize(22);
        assertThat(inspection.software().unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, DATABASE + "-wal"));
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file(DATABASE, genuine()).file(DATABASE + "-wal", ""))
                .inspect()
                .software()
                .unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "var/lib/rpm/Packages", "usr/lib/sysimage/rpm/Packages.db" })
    void olderDatabaseIsReportedAsUnread(String path) {
        Inspection inspection = inspect(path, new byte[] { 1, 2, 3 });
        assertThat(inspection.software().packages()).isEmpty();
        assertThat(inspection.software().unread()).singleElement().satisfies(unread -> {
            assertThat(unread.path()).isEqualTo(path);
            assertThat(unread.because()).startsWith("The packages of this rpm database are not read, because");
        });
    }

    @Test
    void databaseAtAnotherPathIsIgnored() {
        Inspection inspection = inspect("opt/backup/rpm/rpmdb.sqlite", genuine());
        assertThat(inspection.software().packages()).isEmpty();
        assertThat(inspection.software().unread()).isEmpty();
        assertThat(inspect("opt/backup/rpm/Packages", new byte[] { 1 }).software().unread()).isEmpty();
    }

    @Test
    void deletedDatabaseIsNeitherReadNorUnread() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/rpm/Packages", "old"))
                .layer(l -> l.whiteout("var/lib/rpm"))
                .inspect();
        assertThat(inspection.software().unread()).isEmpty();
    }

    /** Every page is needed: it has a header, a part of the b-tree, or a part of a package's header. */
    @Test
    void truncatedDatabaseIsUnread() {
        byte[] database = genuine();
        for (int length = 1; length < database.length / 2; length += 1000) {
            Inspection inspection = inspect(DATABASE, Arrays.copyOf(database, length));
            assertThat(inspection.software().packages()).as("packages of %s bytes", length).isEmpty();
            assertThat(inspection.software().unread()).as("unread files of %s bytes", length).hasSize(1);
        }
    }

    /** For any value of a byte, reading ends. Packages are listed, or the database is reported as unread. */
    @Test
    void databaseWithADamagedByteIsReadOrUnread() {
        byte[] database = genuine();
        for (int at = 0; at < database.length; at += 997) {
            byte[] damaged = database.clone();
            damaged[at] ^= (byte) 0xff;
            Inspection inspection = inspect(DATABASE, damaged);
            assertThat(inspection.software().packages().isEmpty()).as("byte %s", at)
                    .isEqualTo(!inspection.software().unread().isEmpty());
        }
    }

    private static Inspection inspect(String path, byte[] database) {
        return DrawnImage.anImage().layer(l -> l.file(path, database)).inspect();
    }

    public static byte[] genuine() {
        try (InputStream packed = RpmCollectorTests.class.getResourceAsStream("rpmdb.sqlite.gz");
                InputStream database = new GZIPInputStream(requireNonNull(packed))) {
            return database.readAllBytes();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
