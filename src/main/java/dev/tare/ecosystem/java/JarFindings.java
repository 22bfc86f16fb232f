package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.ecosystem.java.JarContents.NestedJar;
import dev.tare.ecosystem.java.JarContents.ReadJar;
import dev.tare.ecosystem.java.JarContents.UnreadJar;
import dev.tare.ecosystem.java.JarReading.Place;
import dev.tare.ecosystem.java.sbom.BillOfMaterials;
import org.jspecify.annotations.Nullable;

/**
 * The jars found in a file, the reasons why some could not be read, and the bills of materials in them. All lists are
 * bounded.
 */
final class JarFindings {

    private static final int MAX = 5000;

    private final List<NestedJar> nested = new ArrayList<>();

    private final List<UnreadJar> unread = new ArrayList<>();

    private final List<BillOfMaterials> bills = new ArrayList<>();

    private final int maxNested;

    private final int maxUnread;

    /** The first jar with jars that are not listed. */
    private @Nullable Place unlisted;

    JarFindings() {
        this(MAX, MAX);
    }

    private JarFindings(int maxNested, int maxUnread) {
        this.maxNested = maxNested;
        this.maxUnread = maxUnread;
    }

    boolean isFull() {
        return this.nested.size() >= this.maxNested;
    }

    int size() {
        return this.nested.size();
    }

    void add(int index, NestedJar jar) {
        this.nested.add(index, jar);
    }

    /** Records the stored size of a jar that is directly in the file, once it was added. */
    void setStored(Place place, long bytes) {
        for (int index = this.nested.size() - 1; index >= 0; index--) {
            NestedJar jar = this.nested.get(index);
            if (jar.path().equals(place.path())) {
                this.nested.set(index, jar.stored(bytes));
                return;
            }
            if (!jar.path().startsWith(place.path())) {
                return;
            }
        }
    }

    /** Records that a jar has jars that are not listed. */
    void addUnlisted(Place place) {
        if (this.unlisted == null) {
            this.unlisted = place;
        }
    }

    /** @param because a sentence without a full stop */
    void addUnread(Place place, String because) {
        add(new UnreadJar(place.path(), because));
    }

    /** {@link JarBounds#takeListed} bounds them. */
    void add(BillOfMaterials bill) {
        this.bills.add(bill);
    }

    void addAll(JarFindings part) {
        this.nested.addAll(part.nested);
        this.bills.addAll(part.bills);
        part.unread.forEach(this::add);
        if (part.unlisted != null) {
            addUnlisted(part.unlisted);
        }
    }

    private void add(UnreadJar jar) {
        if (this.unread.size() < this.maxUnread) {
            this.unread.add(jar);
        }
    }

    /** @param jar the file itself */
    JarContents toContents(ReadJar jar) {
        List<UnreadJar> sentences = new ArrayList<>();
        if (this.unlisted != null) {
            sentences.add(
                    new UnreadJar(this.unlisted.path(), "Only the first " + MAX + " nested jars are listed."));
        }
        this.unread.forEach(unread -> sentences.add(new UnreadJar(unread.path(), unread.because()
                + (sentences.size() == MAX - 1 ? ". Further jars may be unread too." : "."))));
        return new JarContents(jar, this.nested, sentences, this.bills);
    }

    /** Bounds the findings of a file's entries together, before its directory shows which of them count. */
    static final class Room {

        private int nested = MAX;

        private int unread = MAX;

        /**
         * Empty findings for one entry. The entry may use the whole room. Pass the complete findings to {@link #take}.
         */
        JarFindings part() {
            if (this.nested <= 0 || this.unread <= 0) {
                throw new UnreadableZipException("too many jars precede it");
            }
            return new JarFindings(this.nested, this.unread);
        }

        void take(JarFindings part) {
            this.nested -= part.nested.size();
            this.unread -= part.unread.size();
        }
    }
}
