package dev.tare.inspection;

/** One tar entry of a layer that puts something into the file tree. */
record ScannedEntry(String path, Inode inode, ContentFindings findings) {}
