package dev.tare.comparison.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.tare.archive.tar.EntryType;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.FileDifference.Tally;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Finds the added, removed and modified paths of two file trees. */
final class FileComparer implements TreeWalk.Visitor {

    private final Map<Change, Tally> tallies = new EnumMap<>(Change.class);

    private final List<FileChange> changes = new ArrayList<>();

    /** The number of equal paths, usually most of them. */
    private long alike;

    private long alikeFromBytes;

    private long alikeToBytes;

    private FileComparer() {}

    static FileDifference compare(FileTree from, FileTree to) {
        FileComparer comparer = new FileComparer();
        TreeWalk.walk(from, to, comparer);
        return new FileDifference(comparer.tally(Change.ADDED), comparer.tally(Change.REMOVED),
                comparer.tally(Change.MODIFIED), comparer.unmodified(), comparer.changes);
    }

    @Override
    public void alike(long fromBytes, long toBytes) {
        this.alike++;
        this.alikeFromBytes += fromBytes;
        this.alikeToBytes += toBytes;
    }

    @Override
    public void different(@Nullable FileEntry from, @Nullable FileEntry to) {
        Set<Aspect> aspects = from == null || to == null ? Set.of() : aspects(from, to);
        Change change = change(from, to, aspects);
        if (change == Change.UNMODIFIED) {
            alike(FileChange.bytesOf(from), FileChange.bytesOf(to));
            return;
        }
        this.tallies.put(change, tally(change).plus(FileChange.bytesOf(from), FileChange.bytesOf(to)));
        String path = Objects.requireNonNull(to == null ? from : to).path();
        this.changes.add(new FileChange(path, change, aspects, from, to));
    }

    private Tally unmodified() {
        return new Tally(this.alike, this.alikeFromBytes, this.alikeToBytes);
    }

    private Tally tally(Change change) {
        return this.tallies.getOrDefault(change, Tally.NONE);
    }

    private static Change change(@Nullable FileEntry from, @Nullable FileEntry to, Set<Aspect> aspects) {
        if (from == null) {
            return Change.ADDED;
        }
        if (to == null) {
            return Change.REMOVED;
        }
        return aspects.isEmpty() ? Change.UNMODIFIED : Change.MODIFIED;
    }

    /** The aspects in which two files differ, apart from paths and times. */
    static Set<Aspect> aspects(FileEntry from, FileEntry to) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        add(aspects, Aspect.TYPE, from.type() != to.type());
        add(aspects, Aspect.CONTENT, !Objects.equals(from.content(), to.content()));
        add(aspects, Aspect.SIZE, from.size() != to.size());
        add(aspects, Aspect.MODE, from.mode() != to.mode() && !bothLinks(from, to));
        add(aspects, Aspect.OWNER, from.uid() != to.uid() || from.gid() != to.gid());
        add(aspects, Aspect.LINK_TARGET, !Objects.equals(from.linkTarget(), to.linkTarget()));
        add(aspects, Aspect.CAPABILITIES,
                !Objects.equals(from.extended().capabilities(), to.extended().capabilities()));
        add(aspects, Aspect.EXTENDED_ATTRIBUTES, !from.extended().others().equals(to.extended().others()));
        add(aspects, Aspect.DEVICE_NUMBER, !Objects.equals(from.device(), to.device()));
        return aspects;
    }

    /** No system honors the mode of a symbolic link, and builders write different ones. */
    private static boolean bothLinks(FileEntry from, FileEntry to) {
        return from.type() == EntryType.SYMBOLIC_LINK && to.type() == EntryType.SYMBOLIC_LINK;
    }

    private static void add(Set<Aspect> aspects, Aspect aspect, boolean differs) {
        if (differs) {
            aspects.add(aspect);
        }
    }
}
