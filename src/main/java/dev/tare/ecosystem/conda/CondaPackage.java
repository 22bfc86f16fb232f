package dev.tare.ecosystem.conda;

import dev.tare.content.Finding;
import dev.tare.content.PathList;
import dev.tare.ecosystem.NamedPackage;

/**
 * A package that conda installed.
 *
 * @param files in the folder of the environment
 */
record CondaPackage(NamedPackage named, PathList files) implements Finding {

    @Override
    public boolean countsForEachName() {
        return true;
    }

    @Override
    public long length() {
        return this.named.length() + this.files.length();
    }
}
