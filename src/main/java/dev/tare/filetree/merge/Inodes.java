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

/** The inodes of a file tree during the merge, by number. */
final class Inodes {

    private final List<@Nullable Inode> inodes = new ArrayList<>();

    private final IntList layers = new IntList();

    private final Map<Integer, ContentFindings> findings = new HashMap<>();

    /** Only for the few inodes that have or had several names. */
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

    /** The layer that added the content. */
    int layer(int number) {
        return this.layers.get(number);
    }

    /**
     * Adds a name to an inode.
     *
     * @param path   an existing name of the inode; its only name if it had no links before
     * @param stated the attributes in the entry of the new name
     */
    void link(int number, String path, Inode stated) {
        Inode before = get(number);
        Links linked = this.links.computeIfAbsent(number, key -> new Links(path));
        linked.names++;
        linked.gather(before);
        linked.gather(stated);
        this.inodes.set(number, before.stated(stated));
    }

    /** The inode with the extended attributes from the entries of all its names. */
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
     * Removes a name of an inode, and the inode with its last name.
     *
     * @return {@code null} if the inode still has a name
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

    /** The name with which a layer added the content of a file that has or had several names. */
    String contentName(int number) {
        return Objects.requireNonNull(this.links.get(number)).path;
    }

    /** Whether a file has or had several names, so that only one of them counts its bytes. */
    boolean isLinked(int number) {
        return this.links.containsKey(number);
    }

    /**
     * An inode without a name.
     *
     * @param path  its last name, or its first name if it had several at once
     * @param layer the layer that added it
     */
    record Gone(String path, Inode inode, int layer, ContentFindings findings) {

        /** @param next the inode that has its name now, or {@code null} */
        WastedFile wasted(int hiddenBy, @Nullable Inode next) {
            boolean again = next != null && Objects.equals(this.inode.content(), next.content());
            return new WastedFile(this.path, this.inode.size(), this.layer, hiddenBy, again);
        }
    }

    /** The number of names of an inode, and the extended attributes from their entries. */
    private static final class Links {

        private final String path;

        /** Names of extended attributes. An engine adds those of each entry to the existing ones. */
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
