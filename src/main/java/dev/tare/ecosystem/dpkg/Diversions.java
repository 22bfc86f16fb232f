package dev.tare.ecosystem.dpkg;

import java.util.HashMap;
import java.util.Map;

import dev.tare.content.PathList;
import dev.tare.ecosystem.OwnedFiles;

/**
 * Where dpkg puts the files of other packages if a package, or the administrator, has taken their places.
 *
 * @see <a href="https://man7.org/linux/man-pages/man1/dpkg-divert.1.html">dpkg-divert</a>
 */
final class Diversions {

    static final Diversions NONE = new Diversions(Map.of());

    private final Map<String, Diversion> byPath;

    private Diversions(Map<String, Diversion> byPath) {
        this.byPath = byPath;
    }

    /** Reads lines of which three each are a path, the place it is diverted to, and the package that did so. */
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

    /** Where a path of a package really is. */
    String placeOf(String path, String owner) {
        Diversion diversion = this.byPath.get(path);
        return diversion == null || diversion.by.equals(owner) ? path : diversion.to;
    }

    private record Diversion(String to, String by) {}
}
