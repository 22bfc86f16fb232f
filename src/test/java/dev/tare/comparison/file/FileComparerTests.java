package dev.tare.comparison.file;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import dev.tare.archive.tar.DeviceNumber;
import dev.tare.archive.tar.EntryType;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.FileDifference.Tally;
import dev.tare.filetree.ExtendedAttributes;
import dev.tare.filetree.FileCapabilities;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FileComparerTests {

    @Test
    void compareWhenTreesAreEqualReportsAllUnmodified() {
        FileDifference files = compare(image().file("a", 10).link("b", "a"), image().file("a", 10).link("b", "a"));
        assertThat(files.changes()).isEmpty();
        assertThat(files.unmodified()).isEqualTo(new Tally(2, 10, 10));
    }

    @Test
    void compareReportsAddedRemovedAndModifiedFiles() {
        FileDifference files = compare(image().file("gone", 5).file("same", 7).file("content", 8, 0644, "old"),
                image().file("new", 6).file("same", 7).file("content", 9, 0644, "new"));
        assertThat(files.changes()).extracting(FileChange::path, FileChange::change)
                .containsExactly(
                        tuple("content", Change.MODIFIED), tuple("gone", Change.REMOVED), tuple("new", Change.ADDED));
        assertThat(files.added()).isEqualTo(new Tally(1, 0, 6));
        assertThat(files.removed()).isEqualTo(new Tally(1, 5, 0));
        assertThat(files.modified()).isEqualTo(new Tally(1, 8, 9));
        assertThat(files.unmodified()).isEqualTo(new Tally(1, 7, 7));
    }

    /** Java sorts characters beyond the Basic Multilingual Plane before the end of that plane. Bytes sort after it. */
    @Test
    void compareWhenNamesHaveCharactersOfAllPlanesMatchesTheFiles() {
        FileDifference files = compare(image().file("\uff01", 1).file("\ud83d\ude00", 2),
                image().file("\ud83d\ude00", 2).file("\uff01/a", 3));
        assertThat(files.changes()).extracting(FileChange::path, FileChange::change)
                .containsExactly(tuple("\uff01", Change.REMOVED), tuple("\uff01/a", Change.ADDED));
        assertThat(files.unmodified()).isEqualTo(new Tally(1, 2, 2));
    }

    @Test
    void compareWhenOnlyTheModifiedTimeDiffersReportsNoChange() {
        assertThat(compare(image().entry(file(0, 0, Instant.EPOCH)), image().entry(file(0, 0, Instant.MAX))).changes())
                .isEmpty();
    }

    @Test
    void compareWhenContentOfEqualSizeDiffersReportsContentOnly() {
        assertThat(aspects(image().file("f", 10, 0644, "one"), image().file("f", 10, 0644, "two")))
                .containsExactly(Aspect.CONTENT);
    }

    @Test
    void compareWhenModeAndOwnerDifferReportsBoth() {
        assertThat(aspects(image().entry(file(0, 0, Instant.EPOCH)), image().entry(file(0, 5, Instant.EPOCH))))
                .containsExactly(Aspect.OWNER);
        assertThat(aspects(image().file("f", 10, 0644, "x"), image().file("f", 10, 04755, "x")))
                .containsExactly(Aspect.MODE);
    }

    @Test
    void compareWhenCapabilitiesAttributesOrDeviceNumberDifferReportsThem() {
        assertThat(aspects(image().entry(file(ExtendedAttributes.NONE, null)), image()
                .entry(file(new ExtendedAttributes(new FileCapabilities(1, 0, true, null), List.of()), null))))
                .containsExactly(Aspect.CAPABILITIES);
        assertThat(aspects(image().entry(file(ExtendedAttributes.NONE, null)),
                image().entry(file(new ExtendedAttributes(null, List.of("user.a")), null))))
                .containsExactly(Aspect.EXTENDED_ATTRIBUTES);
        assertThat(aspects(image().entry(file(ExtendedAttributes.NONE, new DeviceNumber(1, 3))),
                image().entry(file(ExtendedAttributes.NONE, new DeviceNumber(1, 5)))))
                .containsExactly(Aspect.DEVICE_NUMBER);
    }

    @Test
    void compareWhenAFileBecomesALinkReportsTypeContentAndTarget() {
        assertThat(aspects(image().file("f", 10), image().link("f", "g"))).containsExactly(Aspect.TYPE,
                Aspect.CONTENT, Aspect.SIZE, Aspect.MODE, Aspect.LINK_TARGET);
    }

    @Test
    void compareWhenOnlyTheModeOfALinkDiffersReportsNoChange() {
        FileEntry strict = new FileEntry("f", EntryType.SYMBOLIC_LINK, 0, 0644, 0, 0, Instant.EPOCH, "g", null, null,
                0);
        assertThat(compare(image().link("f", "g"), image().entry(strict)).changes()).isEmpty();
    }

    @Test
    void compareCountsHardLinkedContentOnce() {
        FileDifference files = compare(image(), image().file("a", 100).hardLink("b", "a"));
        assertThat(files.added()).isEqualTo(new Tally(2, 0, 100));
    }

    @Test
    void compareReturnsTalliesThatAddUpToTheVisibleSizes() {
        Inspection from = image().file("a", 100).hardLink("b", "a").file("c", 3).file("d", 4).build();
        Inspection to = image().file("b", 100, 0600, "a100").file("c", 3).file("e", 50).build();
        FileDifference files = FileComparer.compare(from.files(), to.files());
        assertThat(files.added().fromBytes() + files.removed().fromBytes() + files.modified().fromBytes()
                + files.unmodified().fromBytes()).isEqualTo(from.weight().sizes().visible());
        assertThat(files.added().toBytes() + files.removed().toBytes() + files.modified().toBytes()
                + files.unmodified().toBytes()).isEqualTo(to.weight().sizes().visible());
    }

    /** Most of the 100,000 files of two images are usually equal. */
    @Test
    void compareNeedsNoMemoryForUnmodifiedFiles() {
        int files = 20_000;
        FileTree from = manyFiles(files).build().files();
        FileTree to = manyFiles(files).build().files();
        FileComparer.compare(from, to);
        long before = allocated();
        FileDifference difference = FileComparer.compare(from, to);
        assertThat(allocated() - before).isLessThan(8L * files);
        assertThat(difference.unmodified().paths()).isEqualTo(files);
    }

    private static InspectionBuilder manyFiles(int files) {
        InspectionBuilder image = image();
        IntStream.range(0, files).forEach(i -> image.file("opt/modules/%03d/%05d.js".formatted(i / 100, i), i));
        return image;
    }

    /** The heap bytes that this thread has allocated so far. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static Set<Aspect> aspects(InspectionBuilder from, InspectionBuilder to) {
        return compare(from, to).changes().getFirst().aspects();
    }

    private static FileDifference compare(InspectionBuilder from, InspectionBuilder to) {
        return FileComparer.compare(from.build().files(), to.build().files());
    }

    private static FileEntry file(long uid, long gid, Instant modified) {
        return new FileEntry("f", EntryType.FILE, 0, 0644, uid, gid, modified, null, null, null, 0);
    }

    private static FileEntry file(ExtendedAttributes extended, @Nullable DeviceNumber device) {
        return new FileEntry("f", EntryType.FILE, 0, 0644, 0, 0, Instant.EPOCH, null, null, null, 0, extended, device);
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}
