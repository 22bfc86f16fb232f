package dev.tare.filetree.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;

import dev.tare.filetree.ExtendedAttributes;
import dev.tare.filetree.Inode;
import dev.tare.filetree.IntList;
import dev.tare.filetree.layer.ContentFindings;
import org.jspecify.annotations.Nullable;

/** The inodes of a file tree while layers are merged, by numbers in their order. */
final class Inodes {

    private final List<@Nullable Inode> inodes = new ArrayList<>();

    private final IntList layers = new IntList();

    private final Map<Integer, ContentFindings> findings = new HashMap<>();

    /** Of those alone that have or had several names, which are few. */
    private final Map<Integer, Links> links = new HashMap<>();

    int add(Inode inode, int layer, ContentFindings found) {
        int number = this.inodes.size();
        this.inodes.add(inode);
        this.layers.add(layer);
        if (!found.isEmpty()) {
            this.findings.put(number, found);
        }
        return number;
    }

    Inode get(int number) {
        return Objects.requireNonNull(this.inodes.get(number));
    }

    ContentFindings findings(int number) {
        return this.findings.getOrDefault(number, ContentFindings.NONE);
    }

    /** The layer that brought the content. */
    int layer(int number) {
        return this.layers.get(number);
    }

    /**
     * Gives an inode one more name.
     *
     * @param path   of a name that it has
     * @param stated what the entry of the further name says of all
     */
    void link(int number, String path, Inode stated) {
        Inode before = get(number);
        Links linked = this.links.computeIfAbsent(number, key -> new Links(path));
        linked.names++;
        linked.gather(before);
        linked.gather(stated);
        this.inodes.set(number, before.stated(stated));
    }

    /** An inode with the extended attributes that the entries of all its names gave it. */
    Inode whole(int number) {
        Links linked = this.links.get(number);
        if (linked == null || linked.xattrs.isEmpty()) {
            return get(number);
        }
        Inode whole = get(number).withXattrs(linked.xattrs);
        linked.xattrs.clear();
        this.inodes.set(number, whole);
        return whole;
    }

    /**
     * Takes away one of an inode's names. With the last one it is gone.
     *
     * @return {@code null} if it still has a name
     */
    @Nullable
    Gone unlink(int number, String path) {
        Links linked = this.links.get(number);
        if (linked != null && --linked.names > 0) {
            return null;
        }
        Gone gone = new Gone(linked == null ? path : linked.path, get(number), layer(number), findings(number));
        this.inodes.set(number, null);
        this.findings.remove(number);
        this.links.remove(number);
        return gone;
    }

    /** Whether a file has or had several names, so that its bytes are to be counted at one of them only. */
    boolean isLinked(int number) {
        return this.links.containsKey(number);
    }

    /**
     * An inode without a name.
     *
     * @param path  the last that it had, or the first if it had several at once
     * @param layer that brought it
     */
    record Gone(String path, Inode inode, int layer, ContentFindings findings) {

        /** @param next the inode that has its name now, or {@code null} if none has */
        WastedFile wasted(int hiddenBy, @Nullable Inode next) {
            boolean again = next != null && Objects.equals(this.inode.content(), next.content());
            return new WastedFile(this.path, this.inode.size(), this.layer, hiddenBy, again);
        }
    }

    /** How many names one inode has, and what their entries gave it. */
    private static final class Links {

        private final String path;

        /** Names of extended attributes: an engine adds those of each entry to those that the file has. */
        private final NavigableSet<String> xattrs = new TreeSet<>();

        private int names = 1;

        private long xattrsSize;

        private List<String> gathered = List.of();

        Links(String path) {
            this.path = path;
        }

        void gather(Inode stated) {
            List<String> more = stated.attributes().extended().others();
            if (!more.equals(this.gathered)) {
                this.gathered = more;
                more.stream().filter(this.xattrs::add).forEach(name -> this.xattrsSize += name.length() + 1);
                ExtendedAttributes.checkSize(this.xattrsSize);
            }
        }
    }
}
