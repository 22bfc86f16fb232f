package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.zip.UnreadableZipException;
import org.jspecify.annotations.Nullable;

/** The jars found in a jar, and what of them could not be read, as many as are listed. */
final class JarFindings {

    private static final int MAX = 5000;

    private final List<NestedJar> nested = new ArrayList<>();

    private final List<UnreadJar> unread = new ArrayList<>();

    private final int maxNested;

    private final int maxUnread;

    /** A jar of which not all jars are listed. */
    private @Nullable JarPlace unlisted;

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

    void addUnlisted(JarPlace place) {
        if (this.unlisted == null) {
            this.unlisted = place;
        }
    }

    /** @param because a sentence without its full stop */
    void addUnread(JarPlace place, String because) {
        add(new UnreadJar(place.path(), because));
    }

    /** Those of a part of it. */
    void addAll(JarFindings part) {
        this.nested.addAll(part.nested);
        part.unread.forEach(this::add);
        if (part.unlisted != null) {
            addUnlisted(part.unlisted);
        }
    }

    JarContents of(ReadJar jar) {
        List<UnreadJar> sentences = new ArrayList<>();
        if (this.unlisted != null) {
            sentences.add(
                    new UnreadJar(this.unlisted.path(), "Only the first " + MAX + " jars in each other are listed."));
        }
        this.unread.forEach(unread -> sentences.add(new UnreadJar(unread.path(), unread.because()
                + (sentences.size() == MAX - 1 ? ", and so may be further jars in it." : "."))));
        return new JarContents(jar, this.nested, sentences);
    }

    private void add(UnreadJar jar) {
        if (this.unread.size() < this.maxUnread) {
            this.unread.add(jar);
        }
    }

    /** For as many as are listed, of jars of which it is not yet known whether they count. */
    static final class Room {

        private int nested = MAX;

        private int unread = MAX;

        /** What will be found in one more jar; it has to be taken then. */
        JarFindings part() {
            if (this.nested <= 0 || this.unread <= 0) {
                throw new UnreadableZipException("too many jars come before it");
            }
            return new JarFindings(this.nested, this.unread);
        }

        void take(JarFindings part) {
            this.nested -= part.nested.size();
            this.unread -= part.unread.size();
        }
    }
}
