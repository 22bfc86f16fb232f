package dev.tare.ecosystem.rpm;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

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
 * Reads the installed packages of rpm from its SQLite database, the default since 4.16. The older Berkeley database and
 * SUSE's ndb are reported as not read.
 */
final class RpmCollector implements ContentCollector {

    static final String SQLITE = "rpmdb.sqlite";

    static final List<String> FOLDERS = List.of("usr/lib/sysimage/rpm", "var/lib/rpm");

    private static final String BERKELEY = "Packages";

    private static final String NDB = "Packages.db";

    /** The possible paths of all formats. */
    static final List<String> PATHS = FOLDERS.stream()
            .flatMap(folder -> Stream.of(SQLITE, BERKELEY, NDB).map(name -> FilePaths.join(folder, name)))
            .toList();

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
        return file.size() > 0 && (FilePaths.isNamed(file.path(), "rpm/" + SQLITE)
                || FilePaths.isNamed(file.path(), "rpm/" + BERKELEY) || FilePaths.isNamed(file.path(), "rpm/" + NDB));
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        return switch (FilePaths.name(file.path())) {
            case BERKELEY -> notRead("it is a Berkeley database");
            case NDB -> notRead("it is an ndb database");
            default -> file.size() > MAX_SIZE ? notRead("it is larger than " + (MAX_SIZE >> 20) + " MiB")
                    : LargeContent.read(content, file.size(), this.deadline, chunks -> read(file, chunks));
        };
    }

    private static Finding read(TarEntry file, List<byte[]> chunks) {
        try {
            RpmPackages packages = new RpmPackages(file.size());
            Sqlite.readBlobs(Chunks.of(chunks), "Packages", RpmPackages.HEADER, packages::add);
            return packages.list();
        } catch (UnreadableDatabaseException ex) {
            return notRead(ex.getMessage());
        }
    }

    private static NotRead notRead(@Nullable String reason) {
        return new NotRead(Unread.Subject.OS_PACKAGES,
                "The packages of this rpm database are not read, because " + reason + ".");
    }
}
