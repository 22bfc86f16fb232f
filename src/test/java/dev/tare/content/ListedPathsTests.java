package dev.tare.content;

import dev.tare.content.Unread.Subject;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A few bytes of a package database can encode many long paths. */
class ListedPathsTests {

    private static final String APK = "lib/apk/db/installed";

    private static final String DIVERSIONS = "var/lib/dpkg/diversions";

    @Test
    void apkDatabaseWithMorePathsThanItsSizeAllowsIsReportedAsUnread() {
        Inspection inspection = inspect(APK, "P:x\nV:1\nF:" + "a".repeat(4000) + "\n" + "R:a\n".repeat(100_000));
        assertThat(inspection.software().packages()).isEmpty();
        assertThat(inspection.software().unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, APK));
    }

    @Test
    void tooLargeRecordOfASinglePackageIsReportedAsUnread() {
        String path = "var/lib/dpkg/status.d/many";
        Inspection inspection = inspect(path, "Package: a\nVersion: 1\n\n".repeat(600_000));
        assertThat(inspection.software().packages()).isEmpty();
        assertThat(inspection.software().unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.OS_PACKAGES, path));
    }

    @Test
    void diversionsOfOneLongLineAfterTheOtherAreReportedAsUnread() {
        assertDiversionsUnread(("/" + "a".repeat(64_000) + "\n").repeat(1000));
    }

    @Test
    void diversionsOfMoreLinesThanDpkgWritesAreReportedAsUnread() {
        assertDiversionsUnread("\n".repeat(1 << 20));
    }

    @Test
    void unreadableListAtAPathThatDpkgDoesNotReadIsNotReported() {
        assertThat(inspect("backup/" + DIVERSIONS, "\n".repeat(1 << 20)).software().unread()).isEmpty();
    }

    private static void assertDiversionsUnread(String content) {
        Inspection inspection = inspect(DIVERSIONS, content);
        assertThat(inspection.software().unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Subject.FILE_OWNERS, DIVERSIONS));
        assertThat(inspection.software().unread().getFirst().because())
                .isEqualTo(
                        "The packages that own some files are unknown, because this file list is not read: its lines take "
                                + "more memory than those that dpkg writes.");
    }

    private static Inspection inspect(String path, String content) {
        return DrawnImage.anImage().layer(l -> l.file(path, content)).inspect();
    }
}
