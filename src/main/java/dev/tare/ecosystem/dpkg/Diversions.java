package dev.tare.ecosystem.dpkg;

import java.util.HashMap;
import java.util.Map;

import dev.tare.content.PathList;
import dev.tare.ecosystem.OwnedFiles;

/**
 * The paths to which dpkg diverts files of packages, because another package or the administrator needs their places.
 *
 * @see <a href="https://man7.org/linux/man-pages/man1/dpkg-divert.1.html">dpkg-divert</a>
 */
final class Diversions {

    static final Diversions NONE = new Diversions(Map.of());

    private final Map<String, Diversion> byPath;

    private Diversions(Map<String, Diversion> byPath) {
        this.byPath = byPath;
    }

    /** Reads lines in groups of three: a path, its diverted path, and the package with the diversion. */
    static Diversions of(PathList lines) {
        Map<String, Diversion> byPath = new HashMap<>();
        String[] last = new String[3];
        int[] count = new int[1];
        lines.forEach(line -> {
            last[count[0]++ % 3] = line;
            if (count[0] % 3 == 0) {
                byPath.put(OwnedFiles.relative(last[0]), new Diversion(OwnedFiles.relative(last[1]), last[2]));
            }
        });
        return new Diversions(byPath);
    }

    /** The path of a package's file after diversions. */
    String placeOf(String path, String owner) {
        Diversion diversion = this.byPath.get(path);
        return diversion == null || diversion.by.equals(owner) ? path : diversion.to;
    }

    private record Diversion(String to, String by) {}
}
