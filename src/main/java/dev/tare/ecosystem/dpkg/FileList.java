package dev.tare.ecosystem.dpkg;

import dev.tare.content.Finding;
import dev.tare.content.PathList;

/** A file with the file list of a package, or with dpkg's diversions. */
record FileList(PathList paths) implements Finding {

    private static final int OVERHEAD = 64;

    @Override
    public long length() {
        return OVERHEAD + this.paths.length();
    }
}
