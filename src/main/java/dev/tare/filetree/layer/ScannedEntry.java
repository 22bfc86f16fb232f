package dev.tare.filetree.layer;

import dev.tare.filetree.Inode;

/** One tar entry of a layer that puts something into the file tree. */
public record ScannedEntry(String path, Inode inode, ContentFindings findings) {}
