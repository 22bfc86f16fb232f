package dev.tare.filetree.merge;

import java.util.Arrays;

import dev.tare.filetree.StringPool;
import dev.tare.filetree.TextHash;

/**
 * The names in one folder during the merge, each with its inode and layer. A hash table with open addressing keeps a
 * million names in little memory.
 */
final class Folder {

    private static final int FREE = -1;

    private static final int REMOVED = -2;

    private static final int SMALLEST = 4;

    private final String path;

    private final StringPool texts;

    private int[] names;

    private int[] inodes;

    private int[] layers;

    /** Slots of current and removed names. */
    private int used;

    private int size;

    Folder(String path, StringPool texts) {
        this.path = path;
        this.texts = texts;
        this.names = free(SMALLEST);
        this.inodes = new int[SMALLEST];
        this.layers = new int[SMALLEST];
    }

    String path() {
        return this.path;
    }

    /** The slot of a name, or -1 if the folder does not have it. */
    int find(byte[] name) {
        int mask = this.names.length - 1;
        for (int place = (int) TextHash.of(name, 0, name.length) & mask; this.names[place] != FREE;
                place = (place + 1) & mask) {
            if (this.names[place] != REMOVED && this.texts.is(this.names[place], name)) {
                return place;
            }
        }
        return -1;
    }

    int inode(int place) {
        return this.inodes[place];
    }

    int layer(int place) {
        return this.layers[place];
    }

    /** The number of the name among the strings. */
    int name(int place) {
        return this.names[place];
    }

    /** Adds a name that the folder does not have. */
    void add(byte[] name, int inode, int layer) {
        if (4 * (this.used + 1) > 3 * this.names.length) {
            rehash();
        }
        add(this.texts.add(name), inode, layer);
    }

    /** Gives an existing name another inode. */
    void replace(int place, int inode, int layer) {
        this.inodes[place] = inode;
        this.layers[place] = layer;
    }

    void remove(int place) {
        this.names[place] = REMOVED;
        this.size--;
    }

    /** The slots of all names, in no order. */
    int[] places() {
        int[] places = new int[this.size];
        int found = 0;
        for (int place = 0; place < this.names.length; place++) {
            if (this.names[place] >= 0) {
                places[found++] = place;
            }
        }
        return places;
    }

    private void add(int name, int inode, int layer) {
        int mask = this.names.length - 1;
        int place = this.texts.hash(name) & mask;
        while (this.names[place] != FREE) {
            place = (place + 1) & mask;
        }
        this.names[place] = name;
        replace(place, inode, layer);
        this.used++;
        this.size++;
    }

    private void rehash() {
        int[] oldNames = this.names;
        int[] oldInodes = this.inodes;
        int[] oldLayers = this.layers;
        int capacity = 4 * (this.size + 1) > 2 * oldNames.length ? 2 * oldNames.length : oldNames.length;
        this.names = free(capacity);
        this.inodes = new int[capacity];
        this.layers = new int[capacity];
        this.used = 0;
        this.size = 0;
        for (int i = 0; i < oldNames.length; i++) {
            if (oldNames[i] >= 0) {
                add(oldNames[i], oldInodes[i], oldLayers[i]);
            }
        }
    }

    private static int[] free(int capacity) {
        int[] names = new int[capacity];
        Arrays.fill(names, FREE);
        return names;
    }
}
