package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.LimitExceededException;
import dev.tare.archive.TarEntry;
import dev.tare.inspection.Finding.FileList;
import org.jspecify.annotations.Nullable;

/**
 * Reads which files each of dpkg's packages brought: from the {@code .list} that dpkg keeps of each package, or from
 * the {@code .md5sums} that distroless images have instead, in which neither configuration files nor links are.
 *
 * @see <a href="https://man7.org/linux/man-pages/man1/dpkg-query.1.html">dpkg-query, files</a>
 */
final class DpkgFilesCollector implements ContentCollector {

    static final String FOLDER = "var/lib/dpkg/info";

    static final String DIVERSIONS = "var/lib/dpkg/diversions";

    private static final String LIST = ".list";

    private static final String SUMS = ".md5sums";

    /** Of an MD5 sum in hexadecimal digits, and the two spaces behind it. */
    private static final int SUM_LENGTH = 34;

    private static final long MAX_LENGTH = 64L << 20;

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        String folder = FilePaths.parent(path);
        return (path.endsWith(LIST) && FilePaths.isNamed(folder, "dpkg/info"))
                || (path.endsWith(SUMS) && FilePaths.isNamed(folder, "status.d"))
                || FilePaths.isNamed(path, "dpkg/diversions");
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        int skipped = file.path().endsWith(SUMS) ? SUM_LENGTH : 0;
        BoundedLines lines = new BoundedLines(content);
        PathList.Builder paths = new PathList.Builder();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.length() > skipped) {
                paths.add(line.substring(skipped));
            }
            if (paths.length() > MAX_LENGTH) {
                throw LimitExceededException.fixed("packageFiles", MAX_LENGTH, "bytes to keep", file.path());
            }
        }
        return new FileList(paths.build());
    }

    /** Of {@code var/lib/dpkg/info/libc6:amd64.list} the name of the package, without its architecture. */
    static String packageOf(String path) {
        String name = FilePaths.name(path);
        return name.substring(0, name.length() - (name.endsWith(SUMS) ? SUMS : LIST).length()).split(":", 2)[0];
    }
}
