package dev.tare.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.FileList;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.apk.ApkCollector;
import dev.tare.ecosystem.dpkg.DpkgFilesCollector;
import dev.tare.ecosystem.rpm.RpmPackages;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A few bytes of a package database may stand for any number of paths of any length. */
class ListedPathsTests {

    private static final String APK = "lib/apk/db/installed";

    private static final String DIVERSIONS = "var/lib/dpkg/diversions";

    private static final String LIST = "var/lib/dpkg/info/a.list";

    @Test
    void rpmFolderThatNoFileCanBeInHasNone() {
        RpmPackages packages = new RpmPackages(5 << 20);
        packages.add(rpm("/" + "a".repeat(4 << 20) + "/", 1000));
        assertThat(packages.list().packages()).extracting(one -> one.files().isEmpty()).containsExactly(true);
    }

    @Test
    void rpmPackageWithMorePathsThanItsSizeAllowsIsNotRead() {
        RpmPackages packages = new RpmPackages(1 << 20);
        SqliteRow row = rpm("/" + "a".repeat(4000) + "/", 100_000);
        assertThatThrownBy(() -> packages.add(row)).isInstanceOf(UnreadableDatabaseException.class)
                .hasMessage("it lists more and longer paths of files than any real one");
    }

    @Test
    void apkFolderThatNoFileCanBeInHasNone() throws IOException {
        Finding finding = collect(new ApkCollector(), APK, "P:x\nV:1\nF:" + "a".repeat(65_000) + "\n"
                + "R:a\nR:b\n".repeat(50_000));
        assertThat(finding).isInstanceOfSatisfying(PackageList.class, list -> assertThat(list.packages())
                .extracting(InstalledPackage::name, one -> one.files().isEmpty())
                .containsExactly(tuple("x", true)));
    }

    @Test
    void apkDatabaseWithMorePathsThanItsSizeAllowsIsSaidToBeUnread() {
        Inspection inspection = inspect(APK, "P:x\nV:1\nF:" + "a".repeat(4000) + "\n" + "R:a\n".repeat(100_000));
        assertThat(inspection.packages()).isEmpty();
        assertThat(inspection.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, APK));
    }

    @Test
    void recordOfASinglePackageThatIsTooMuchIsSaidToBeUnread() {
        String path = "var/lib/dpkg/status.d/many";
        Inspection inspection = inspect(path, "Package: a\n\n".repeat(600_000));
        assertThat(inspection.packages()).isEmpty();
        assertThat(inspection.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, path));
    }

    @Test
    void listedPathThatNoFileCanHaveIsLeftOut() throws IOException {
        Finding finding = collect(new DpkgFilesCollector(), LIST, "/" + "a".repeat(4096) + "\n/a\n");
        assertThat(finding).isInstanceOfSatisfying(FileList.class,
                list -> list.paths().forEach(path -> assertThat(path).isEqualTo("/a")));
    }

    @Test
    void diversionsOfOneLongLineAfterTheOtherAreSaidToBeUnread() {
        assertDiversionsUnread(("/" + "a".repeat(64_000) + "\n").repeat(1000));
    }

    @Test
    void diversionsOfMoreLinesThanDpkgWritesAreSaidToBeUnread() {
        assertDiversionsUnread("\n".repeat(1 << 20));
    }

    @Test
    void unreadListWhereDpkgDoesNotLookIsNotMentioned() {
        assertThat(inspect("backup/" + DIVERSIONS, "\n".repeat(1 << 20)).unread()).isEmpty();
    }

    private static void assertDiversionsUnread(String content) {
        Inspection inspection = inspect(DIVERSIONS, content);
        assertThat(inspection.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.FILE_OWNERS, DIVERSIONS));
        assertThat(inspection.unread().getFirst().because()).isEqualTo("Which package some files came with is not "
                + "known, because of this list of them: it has more or longer lines than any that dpkg writes.");
    }

    private static Inspection inspect(String path, String content) {
        return DrawnImage.anImage().layer(l -> l.file(path, content)).inspect();
    }

    private static @Nullable Finding collect(ContentCollector collector, String path, String content)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarEntry file = new TarEntry(path, EntryType.FILE, bytes.length, 0644, 0, 0, Instant.EPOCH, null, Map.of(),
                null);
        return collector.collect(file, new ByteArrayInputStream(bytes));
    }

    /** A row of a package with files in one folder, their names being empty. */
    private static SqliteRow rpm(String folder, int files) {
        byte[] data = Arrays.copyOf(("evil\0" + folder + "\0").getBytes(StandardCharsets.US_ASCII),
                5 + folder.length() + 1 + files + Integer.BYTES * files);
        ByteBuffer header = ByteBuffer.allocate(8 + 16 * 4 + data.length).putInt(4).putInt(data.length);
        int names = 5 + folder.length() + 1;
        entry(header, 1000, 6, 0, 1);
        entry(header, 1118, 8, 5, 1);
        entry(header, 1117, 8, names, files);
        entry(header, 1116, 4, names + files, files);
        header.put(data);
        return row(header.array());
    }

    private static void entry(ByteBuffer header, int tag, int type, int offset, int count) {
        header.putInt(tag).putInt(type).putInt(offset).putInt(count);
    }

    /** Two columns: nothing, and a blob. */
    private static SqliteRow row(byte[] blob) {
        long type = 12 + 2L * blob.length;
        ByteBuffer row = ByteBuffer.allocate(7 + blob.length).put((byte) 7).put((byte) 0);
        for (int shift = 28; shift >= 0; shift -= 7) {
            row.put((byte) ((type >> shift & 0x7f) | (shift > 0 ? 0x80 : 0)));
        }
        return SqliteRow.parse(row.put(blob).array());
    }
}
