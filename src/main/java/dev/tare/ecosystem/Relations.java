package dev.tare.ecosystem;

import java.util.stream.Stream;

import dev.tare.content.PathList;

/**
 * The names that a package needs to be installed, and those that it offers besides its own name, without versions.
 *
 * @param needs  each is one name, or several alternatives with {@code |} between them; a name that starts with a slash
 *               may also be a file of a package
 * @param offers names, also of libraries, commands and files
 */
public record Relations(PathList needs, PathList offers) {

    public static final Relations NONE = new Relations(PathList.EMPTY, PathList.EMPTY);

    /** No package manager writes a longer name. */
    private static final int MAX_NAME = 1024;

    /** Relations with these names. Empty and overlong names are left out. */
    public static Relations of(Stream<String> needs, Stream<String> offers) {
        return new Relations(list(needs), list(offers));
    }

    /** The approximate number of bytes that they keep in memory. */
    public long length() {
        return this.needs.length() + this.offers.length();
    }

    private static PathList list(Stream<String> names) {
        PathList.Builder list = new PathList.Builder();
        names.filter(name -> !name.isEmpty() && name.length() <= MAX_NAME).forEach(list::add);
        return list.length() == 0 ? PathList.EMPTY : list.build();
    }
}
