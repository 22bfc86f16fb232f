package dev.tare.ecosystem.dpkg;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedLines;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.ListedPaths;
import dev.tare.content.NotRead;
import dev.tare.content.PathList;
import dev.tare.content.Unread;
import dev.tare.content.UnreadableDatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of each package from its {@code .list}, or from its {@code .md5sums}, because distroless images have
 * only these. They list neither configuration files nor links.
 *
 * @see <a href="https://man7.org/linux/man-pages/man1/dpkg-query.1.html">dpkg-query, files</a>
 */
final class DpkgFilesCollector implements ContentCollector {

    static final String FOLDER = "var/lib/dpkg/info";

    static final String DIVERSIONS = "var/lib/dpkg/diversions";

    private static final String LIST = ".list";

    /** The end of the name of a file with the digests of a package's files. */
    static final String SUMS = ".md5sums";

    /** The length of an MD5 sum in hexadecimal digits, and the two spaces after it. */
    private static final int SUM_LENGTH = 34;

    /** The approximate memory of all diversions. Each file looks them all up. Real systems have about ten. */
    private static final long MAX_DIVERSIONS = 8L << 20;

    private static final int LINE_OVERHEAD = 64;

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.FILE_OWNERS;
    }

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        if (path.endsWith(SUMS)) {
            return FilePaths.isIn(path, "dpkg/info") || FilePaths.isIn(path, "status.d");
        }
        return path.endsWith(LIST) ? FilePaths.isIn(path, "dpkg/info") : FilePaths.isNamed(path, "dpkg/diversions");
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        BoundedLines lines = new BoundedLines(content);
        try {
            return new FileList(FilePaths.name(file.path()).equals(FilePaths.name(DIVERSIONS))
                    ? diversions(lines)
                    : files(lines, file.size(), file.path().endsWith(SUMS) ? SUM_LENGTH : 0));
        } catch (UnreadableDatabaseException ex) {
            return new NotRead(subject(), "The packages that own some files are unknown, because "
                    + "this file list is not read: " + ex.getMessage() + ".");
        }
    }

    private static PathList files(BoundedLines lines, long size, int skipped) throws IOException {
        ListedPaths paths = new ListedPaths(size);
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.length() > skipped) {
                paths.add("", line.substring(skipped));
            }
        }
        return paths.next();
    }

    /** All lines, because groups of three belong together. */
    private static PathList diversions(BoundedLines lines) throws IOException {
        PathList.Builder paths = new PathList.Builder();
        long left = MAX_DIVERSIONS;
        for (String line = lines.next(); line != null; line = lines.next()) {
            left -= LINE_OVERHEAD + line.length();
            if (left < 0 || line.length() > ListedPaths.MAX_PATH) {
                throw new UnreadableDatabaseException("its lines take more memory than those that dpkg writes");
            }
            paths.add(line);
        }
        return paths.build();
    }

    /** The name of the package in {@code var/lib/dpkg/info/libc6:amd64.list}, without its architecture. */
    static String packageOf(String path) {
        return stem(FilePaths.name(path)).split(":", 2)[0];
    }

    /** The path of the complete list beside a list of digests; that of any other list is its own. */
    static String completeList(String path) {
        return stem(path) + LIST;
    }

    private static String stem(String path) {
        return path.substring(0, path.length() - (path.endsWith(SUMS) ? SUMS : LIST).length());
    }
}
