package dev.tare.archive.tar;

/** What kind of thing a tar entry puts into the file tree. */
public enum EntryType {

    FILE, DIRECTORY, SYMBOLIC_LINK, HARD_LINK, CHARACTER_DEVICE, BLOCK_DEVICE, FIFO
}
