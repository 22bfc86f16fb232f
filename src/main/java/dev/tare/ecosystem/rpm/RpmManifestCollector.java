package dev.tare.ecosystem.rpm;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedLines;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.PathList;
import dev.tare.content.Unread;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.Relations;

/**
 * Reads the list of packages that distroless images of Azure Linux have instead of rpm's database. It is the output of
 * {@code rpm --query} with ten columns: name, version with release, time of installation, time of the build, vendor,
 * epoch, size, architecture, epoch as a number, and the file name of the source package. Tabs separate them.
 *
 * @see <a href="https://github.com/microsoft/marinara">Marinara</a>
 */
final class RpmManifestCollector implements ContentCollector {

    static final String PATH = "var/lib/rpmmanifest/container-manifest-2";

    private static final int COLUMNS = 10;

    private static final String NONE = "(none)";

    private static final Pattern EPOCH = Pattern.compile("[1-9][0-9]{0,9}");

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,18}");

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.OS_PACKAGES;
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "rpmmanifest/container-manifest-2");
    }

    @Override
    public Finding collect(TarEntry file, InputStream content) throws IOException {
        RpmPackages packages = new RpmPackages(file.size());
        BoundedLines lines = new BoundedLines(content);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isEmpty()) {
                    add(line.split("\t", COLUMNS), packages);
                }
            }
            return packages.list(true);
        } catch (UnreadableDatabaseException ex) {
            return new NotRead(subject(), "The packages of this list are not read, because " + ex.getMessage() + ".");
        }
    }

    private static void add(String[] columns, RpmPackages packages) {
        if (columns.length < COLUMNS || columns[0].isBlank() || columns[1].isBlank()) {
            throw new UnreadableDatabaseException("a line does not have the ten columns of a package");
        }
        if (!RpmPackages.isKey(columns[0])) {
            packages.add(toPackage(columns));
        }
    }

    private static InstalledPackage toPackage(String[] columns) {
        String epoch = columns[8].strip();
        return RpmPackages.installed(columns[0], (EPOCH.matcher(epoch).matches() ? epoch + ":" : "") + columns[1],
                columns[7].equals(NONE) ? "" : columns[7], columns[9].strip(),
                SIZE.matcher(columns[6]).matches() ? Long.valueOf(columns[6]) : null, PathList.EMPTY, Relations.NONE);
    }
}
