package dev.tare.ecosystem.dpkg;

import dev.tare.content.Finding;
import dev.tare.content.PathList;

/** The files of a package, or dpkg's diversions, as a file of its own lists them. */
record FileList(PathList paths) implements Finding {

    private static final int OVERHEAD = 64;

    @Override
    public long length() {
        return OVERHEAD + this.paths.length();
    }
}
