package dev.tare.filetree.layer;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import dev.tare.codec.ByteReader;
import dev.tare.codec.ByteWriter;
import dev.tare.codec.Codec;
import dev.tare.filetree.Attributes;
import dev.tare.filetree.Inode;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entries of a layer. An entry begins with a byte of flags for those of its parts that follow. Folder, name
 * and time are differences from the entry before. Equal attributes are written once.
 */
final class EntriesCodec implements Codec<ScannedEntries> {

    private static final int FOLDER = 1;

    private static final int ATTRIBUTES = 1 << 1;

    private static final int SIZE = 1 << 2;

    private static final int TIME = 1 << 3;

    private static final int NANOS = 1 << 4;

    private static final int CONTENT = 1 << 5;

    private static final int TARGET = 1 << 6;

    private static final int FINDINGS = 1 << 7;

    private final Codec<Attributes> attributes;

    private final Codec<ContentFindings> findings;

    private final Codec<Digest> digest;

    private final int longestPath;

    /** @param longestPath in bytes */
    EntriesCodec(Codec<Attributes> attributes, Codec<ContentFindings> findings, Codec<Digest> digest,
            int longestPath) {
        this.attributes = attributes;
        this.findings = findings;
        this.digest = digest;
        this.longestPath = longestPath;
    }

    @Override
    public void write(ScannedEntries entries, ByteWriter out) {
        out.writeNumber(entries.size());
        Writing writing = new Writing(out);
        for (int i = 0; i < entries.size(); i++) {
            ScannedEntries.Entry entry = entries.get(i);
            out.check(entry.path());
            writing.write(entries.folderUnlessSame(i), entries.name(i), entry.inode(), entry.findings());
        }
    }

    @Override
    public ScannedEntries read(ByteReader in) {
        int count = in.readCount();
        ScannedEntries entries = new ScannedEntries();
        Reading reading = new Reading(in, entries);
        for (int i = 0; i < count; i++) {
            reading.readEntry();
        }
        return entries;
    }

    /** The parts of the last entry, which the next one refers to. */
    private final class Writing {

        private final ByteWriter out;

        private final IdentityHashMap<Attributes, Integer> known = new IdentityHashMap<>();

        private byte[] folder = {};

        private byte[] name = {};

        private long seconds;

        private @Nullable Attributes last;

        Writing(ByteWriter out) {
            this.out = out;
        }

        void write(byte @Nullable [] folder, byte[] name, Inode inode, ContentFindings found) {
            this.out.writeByte(flag(folder != null, FOLDER) | flag(differs(inode.attributes()), ATTRIBUTES)
                    | flag(inode.size() != 0, SIZE) | flag(inode.seconds() != this.seconds, TIME)
                    | flag(inode.nanos() != 0, NANOS) | flag(inode.content() != null, CONTENT)
                    | flag(inode.target() != null, TARGET) | flag(!found.isEmpty(), FINDINGS));
            if (folder != null) {
                this.out.writeDifference(this.folder, folder);
                this.folder = folder;
            }
            this.out.writeDifference(this.name, name);
            this.name = name;
            write(inode);
            if (!found.isEmpty()) {
                EntriesCodec.this.findings.write(found, this.out);
            }
        }

        /** Equal attributes of a layer are mostly one object. */
        @SuppressWarnings("ReferenceEquality")
        private boolean differs(Attributes attributes) {
            return attributes != this.last;
        }

        private void write(Inode inode) {
            if (differs(inode.attributes())) {
                write(inode.attributes());
            }
            if (inode.size() != 0) {
                this.out.writeNumber(inode.size());
            }
            if (inode.seconds() != this.seconds) {
                this.out.writeSigned(inode.seconds() - this.seconds);
                this.seconds = inode.seconds();
            }
            if (inode.nanos() != 0) {
                this.out.writeNumber(inode.nanos());
            }
            Digest content = inode.content();
            if (content != null) {
                EntriesCodec.this.digest.write(content, this.out);
            }
            String target = inode.target();
            if (target != null) {
                this.out.writeRareText(target);
            }
        }

        private void write(Attributes attributes) {
            Integer number = this.known.putIfAbsent(attributes, this.known.size() + 1);
            this.out.writeNumber(number == null ? 0 : number);
            if (number == null) {
                EntriesCodec.this.attributes.write(attributes, this.out);
            }
            this.last = attributes;
        }

        private static int flag(boolean is, int flag) {
            return is ? flag : 0;
        }
    }

    /** The same for reading. */
    private final class Reading {

        private final ByteReader in;

        private final ScannedEntries entries;

        private final List<Attributes> known = new ArrayList<>();

        private byte[] folder = {};

        private byte[] name = {};

        private long seconds;

        private @Nullable Attributes last;

        Reading(ByteReader in, ScannedEntries entries) {
            this.in = in;
            this.entries = entries;
        }

        void readEntry() {
            int flags = this.in.readByte();
            boolean isElsewhere = (flags & FOLDER) != 0;
            if (isElsewhere) {
                this.folder = this.in.readDifference(this.folder, EntriesCodec.this.longestPath);
            }
            this.name = this.in.readDifference(this.name, EntriesCodec.this.longestPath);
            Inode inode = readInode(flags);
            ContentFindings found =
                    (flags & FINDINGS) == 0 ? ContentFindings.NONE : EntriesCodec.this.findings.read(this.in);
            this.entries.add(isElsewhere ? this.folder : null, this.name, inode, found);
        }

        private Inode readInode(int flags) {
            Attributes attributes = (flags & ATTRIBUTES) == 0 && this.last != null ? this.last : readAttributes();
            long size = (flags & SIZE) == 0 ? 0 : this.in.readNumber();
            this.seconds += (flags & TIME) == 0 ? 0 : this.in.readSigned();
            int nanos = (flags & NANOS) == 0 ? 0 : this.in.readNumber(Integer.MAX_VALUE);
            Digest content = (flags & CONTENT) == 0 ? null : EntriesCodec.this.digest.read(this.in);
            String target = (flags & TARGET) == 0 ? null : this.in.readRareText();
            return new Inode(attributes, size, this.seconds, nanos, content, target);
        }

        private Attributes readAttributes() {
            int number = this.in.readNumber(this.known.size());
            if (number == 0) {
                this.known.add(EntriesCodec.this.attributes.read(this.in));
            }
            this.last = number == 0 ? this.known.getLast() : this.known.get(number - 1);
            return this.last;
        }
    }
}
