package dev.tare.archive.tar;

/** Kinds of tar entries. */
public enum EntryType {

    FILE, DIRECTORY, SYMBOLIC_LINK, HARD_LINK, CHARACTER_DEVICE, BLOCK_DEVICE, FIFO
}
