package dev.tare.ecosystem.rpm;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Chunks;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.LargeContent;
import dev.tare.content.NotRead;
import dev.tare.content.Sqlite;
import dev.tare.content.Unread;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Reads the installed packages of rpm from its database: the SQLite form, which is the default since 4.16, the older
 * Berkeley database, and SUSE's ndb.
 */
final class RpmCollector implements ContentCollector {

    static final String SQLITE = "rpmdb.sqlite";

    static final String NDB = "Packages.db";

    static final String BERKELEY = "Packages";

    /** The name of rpm's folder, and of the one with the database that rpm-ostree deployed and links to rpm's. */
    private static final List<String> FOLDERS = List.of("rpm/", "rpm-ostree-base-db/");

    private static final String TABLE = "Packages";

    /** The column of the table with the header of a package. */
    private static final int HEADER = 1;

    /** A desktop with thousands of packages needs half of it. */
    private static final long MAX_SIZE = 256L << 20;

    private final Deadline deadline;

    RpmCollector(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.OS_PACKAGES;
    }

    @Override
    public boolean wants(TarEntry file) {
        return file.size() > 0
                && (isDatabase(file.path(), SQLITE) || isDatabase(file.path(), BERKELEY)
                        || isDatabase(file.path(), NDB));
    }

    private static boolean isDatabase(String path, String name) {
        return path.endsWith(name)
                && FOLDERS.stream().anyMatch(folder -> FilePaths.isNamed(path, folder.concat(name)));
    }

    @Override
    public Finding collect(TarEntry file, InputStream content) throws IOException {
        return file.size() > MAX_SIZE ? notRead("it is larger than " + (MAX_SIZE >> 20) + " MiB")
                : LargeContent.read(content, file.size(), this.deadline,
                        chunks -> read(FilePaths.name(file.path()), Chunks.of(chunks)));
    }

    private static Finding read(String name, Chunks bytes) {
        try {
            RpmPackages packages = new RpmPackages(bytes.size());
            boolean isComplete = switch (name) {
                case BERKELEY -> BerkeleyHash.readValues(bytes, packages::add);
                case NDB -> NdbPackages.readHeaders(bytes, packages::add);
                default -> Sqlite.readBlobs(bytes, TABLE, HEADER, packages::add);
            };
            return packages.list(isComplete);
        } catch (UnreadableDatabaseException ex) {
            return notRead(ex.getMessage());
        }
    }

    private static NotRead notRead(@Nullable String reason) {
        return new NotRead(Unread.Subject.OS_PACKAGES,
                "The packages of this rpm database are not read, because " + reason + ".");
    }
}
