package dev.tare.ecosystem.rpm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Reads a database of rpm 4.18, and compares the packages with the output of {@code rpm -qa}. The other forms have
 * headers that this rpm wrote: a key that {@code rpm --import} added, two versions of {@code kernel}, packages with epoch
 * 0 and 3, and one that was removed again.
 * <ul>
 * <li>{@code Packages}: {@code db_load -t hash} of Berkeley DB 5.3 with the keys and headers, pages of 4096 bytes, and
 * {@code delete} of Perl's {@code DB_File}.</li>
 * <li>{@code Packages.big-endian}: the same with the packages of {@code rpm-qa.txt} except {@code tare-beta}, pages of
 * 512 bytes, and {@code db_load -c db_lorder=4321}.</li>
 * <li>{@code Packages.db}: {@code rpmpkgPut} and {@code rpmpkgDel} of rpm 4.18's {@code rpmpkg.c}.</li>
 * </ul>
 */
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
                        13L, "usr/lib/sysimage/rpm/rpmdb.sqlite", 0, null, Licenses.of("Apache-2.0")));
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
    @ValueSource(strings = { "var/lib/rpm/Packages", "usr/lib/sysimage/rpm/Packages.db", "usr/share/rpm/rpmdb.sqlite" })
    void otherFileIsReportedAsUnread(String path) {
        for (int size : List.of(3, 40, 5000)) {
            Inspection inspection = inspect(path, new byte[size]);
            assertThat(inspection.software().packages()).isEmpty();
            assertThat(inspection.software().unread()).singleElement().satisfies(unread -> {
                assertThat(unread.path()).isEqualTo(path);
                assertThat(unread.because()).startsWith("The packages of this rpm database are not read, because");
            });
        }
    }

    /** The key is no package. No epoch is the same as epoch 0. */
    @ParameterizedTest
    @CsvSource({ "Packages, var/lib/rpm", "Packages.db, usr/lib/sysimage/rpm", "Packages, usr/share/rpm" })
    void eachFormIsReadFromEachFolder(String name, String folder) {
        Inspection inspection = inspect(folder + "/" + name, genuine(name));
        assertThat(inspection.software().packages())
                .extracting(OsPackage::name, OsPackage::version, OsPackage::source, OsPackage::sourceVersion,
                        OsPackage::installedSize)
                .containsExactlyInAnyOrder(tuple("kernel", "5.14.0-1.el9", "tare-forms", "1.0-1", 2L),
                        tuple("kernel", "5.14.0-2.el9", "tare-forms", "1.0-1", 2L),
                        tuple("tare-forms", "1.0-1", null, "1.0-1", 171L),
                        tuple("tare-small", "3:1.0-1", "tare-forms", "1.0-1", 0L));
        assertThat(inspection.software().unread()).isEmpty();
    }

    @Test
    void packageHasTheLicensesThatItStates() {
        assertThat(inspect("var/lib/rpm/Packages", genuine("Packages")).software().packages())
                .extracting(OsPackage::name, one -> one.licenses().texts())
                .contains(tuple("kernel", List.of("GPL-2.0-only")),
                        tuple("tare-forms", List.of("GPL-2.0-or-later AND MIT")));
    }

    @Test
    void berkeleyDatabaseWithTheOtherByteOrderIsRead() throws IOException {
        try (InputStream list = RpmCollectorTests.class.getResourceAsStream("rpm-qa.txt")) {
            assertThat(inspect("var/lib/rpm/Packages", genuine("Packages.big-endian")).software().packages())
                    .extracting(OsPackage::name)
                    .containsAll(new String(requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8).lines()
                            .map(line -> line.split(" ")[0])
                            .filter(name -> !name.equals("tare-beta"))
                            .toList())
                    .contains("kernel", "tare-forms")
                    .hasSize(25);
        }
    }

    @Test
    void filesOfABerkeleyDatabaseHaveAnOwner() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/rpm/Packages", genuine("Packages"))
                        .file("usr/share/forms/file-60.txt", "60")
                        .file("usr/share/forms/file-61.txt", "61"))
                .inspect();
        assertThat(inspection.software().owners().ownerOf("usr/share/forms/file-60.txt")).isEqualTo("tare-forms");
        assertThat(inspection.software().owners().ownerOf("usr/share/forms/file-61.txt")).isNull();
    }

    /** rpm-ostree links the database of the system to the one that it deployed. */
    @Test
    void hardLinkedDatabaseIsRead() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("usr/lib/sysimage/rpm-ostree-base-db/rpmdb.sqlite", genuine())
                        .hardLink("usr/share/rpm/rpmdb.sqlite", "usr/lib/sysimage/rpm-ostree-base-db/rpmdb.sqlite")
                        .symlink("var/lib/rpm", "../../usr/share/rpm")
                        .symlink("usr/lib/sysimage/rpm", "../../share/rpm"))
                .inspect();
        assertThat(inspection.software().packages()).hasSize(22);
        assertThat(inspection.software().unread()).isEmpty();
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

    /** Pages at the end of a Berkeley database may be free. */
    @ParameterizedTest
    @MethodSource("databases")
    void truncatedDatabaseIsUnread(String name, int packages) throws IOException {
        byte[] database = genuine(name);
        for (int length = 1; length < database.length; length += 997) {
            Finding finding = collect(name, Arrays.copyOf(database, length));
            assertThat(finding instanceof PackageList list ? list.packages().size() : packages)
                    .as("packages of %s bytes", length)
                    .isEqualTo(packages);
        }
        assertThat(collect(name, Arrays.copyOf(database, database.length / 2))).isInstanceOf(NotRead.class);
    }

    /** For any value of a byte, reading ends. Packages are listed, or the database is reported as unread. */
    @ParameterizedTest
    @MethodSource("databases")
    void databaseWithADamagedByteIsReadOrUnread(String name) throws IOException {
        byte[] database = genuine(name);
        for (int at = 0; at < database.length; at += at < 300 ? 1 : 331) {
            for (int value : List.of(0xff, 0x01, 0x80)) {
                byte[] damaged = database.clone();
                damaged[at] ^= (byte) value;
                assertThat(collect(name, damaged)).as("byte %s", at)
                        .satisfiesAnyOf(found -> assertThat(found).isInstanceOf(NotRead.class),
                                found -> assertThat(((PackageList) found).packages()).isNotEmpty());
            }
        }
    }

    /** Pages of tables and buckets with fewer items than before. Some pages belong to other tables. */
    @ParameterizedTest
    @CsvSource({ "rpmdb.sqlite, 22, 0, 3, 0", "rpmdb.sqlite, 22, 0, 3, 1", "Packages, 4, 25, 20, 0",
            "Packages.big-endian, 25, 25, 20, 0" })
    void pageWithFewerItemsIsNotComplete(String name, int packages, int typeAt, int countAt, int less)
            throws IOException {
        byte[] database = genuine(name);
        int pageSize = name.endsWith("endian") ? 512 : 4096;
        int damaged = 0;
        for (int page = pageSize; page < database.length; page += pageSize) {
            if (List.of(5, 13, 2).contains((int) database[page + typeAt])) {
                byte[] changed = database.clone();
                ByteBuffer count = ByteBuffer.wrap(changed);
                count.putShort(page + countAt, (short) (less * (count.getShort(page + countAt) - 1)));
                if (collect(name, changed) instanceof PackageList list && list.packages().size() < packages) {
                    assertThat(list.isComplete()).as("page at %s", page).isFalse();
                    damaged++;
                }
            }
        }
        assertThat(damaged).isPositive();
    }

    @Test
    void berkeleyDatabaseWithFewerBucketsIsNotComplete() throws IOException {
        byte[] database = genuine("Packages");
        ByteBuffer.wrap(database).putInt(72, 0);
        Inspection inspection = inspect("var/lib/rpm/Packages", database);
        assertThat(inspection.software().packages()).hasSizeBetween(1, 3);
        assertThat(inspection.software().unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, "var/lib/rpm/Packages"));
    }

    static Stream<Arguments> databases() {
        return Stream.of(Arguments.of("rpmdb.sqlite", 22), Arguments.of("Packages", 4),
                Arguments.of("Packages.big-endian", 25), Arguments.of("Packages.db", 4));
    }

    private static Finding collect(String name, byte[] database) throws IOException {
        TarEntry file = new TarEntry("var/lib/rpm/" + name.replace(".big-endian", ""), EntryType.FILE, database.length,
                0644, 0, 0, Instant.EPOCH, null, Map.of(), null);
        RpmCollector collector = new RpmCollector(Deadline.of(Limits.DEFAULTS));
        assertThat(collector.wants(file)).isTrue();
        return collector.collect(file, new ByteArrayInputStream(database));
    }

    private static Inspection inspect(String path, byte[] database) {
        return DrawnImage.anImage().layer(l -> l.file(path, database)).inspect();
    }

    public static byte[] genuine() {
        return genuine("rpmdb.sqlite");
    }

    static byte[] genuine(String name) {
        try (InputStream packed = RpmCollectorTests.class.getResourceAsStream(name + ".gz");
                InputStream database = new GZIPInputStream(requireNonNull(packed))) {
            return database.readAllBytes();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
