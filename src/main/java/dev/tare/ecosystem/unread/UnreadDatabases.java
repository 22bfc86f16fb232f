package dev.tare.ecosystem.unread;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import dev.tare.content.FilePaths;
import dev.tare.content.Unread;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds package databases that Tare recognizes but does not read, so that their packages are unknown and not absent.
 * Files that a package of the operating system owns do not count, because that package is listed.
 */
public final class UnreadDatabases {

    /** By the file name, because most files have another one. */
    private static final Map<String, RecognizedDatabase> BY_NAME = byName();

    private final FileOwners owners;

    private final Predicate<String> packaged;

    private final Map<RecognizedDatabase, FileEntry> first = new EnumMap<>(RecognizedDatabase.class);

    private UnreadDatabases(FileOwners owners, Predicate<String> packaged) {
        this.owners = owners;
        this.packaged = packaged;
    }

    /**
     * One entry for each database, with its first file.
     *
     * @param packaged whether a path is in a folder that contains only files of packages of languages
     */
    public static List<Unread> find(CountedTree files, FileOwners owners, Predicate<String> packaged) {
        UnreadDatabases found = new UnreadDatabases(owners, packaged);
        for (RecognizedDatabase database : RecognizedDatabase.values()) {
            for (String path : database.paths()) {
                found.add(database, found.at(path, files));
            }
        }
        files.entries().forEach(found::addByName);
        return found.unread();
    }

    /** The first file at a path or below it that no package owns. */
    private @Nullable FileEntry at(String path, CountedTree files) {
        FileEntry there = files.resolve(path);
        if (there == null) {
            return null;
        }
        return there.isFile() ? isOwn(there) ? there : null
                : files.below(there.path()).filter(file -> file.isFile() && isOwn(file)).findFirst().orElse(null);
    }

    private void addByName(FileEntry file) {
        RecognizedDatabase database = file.isFile() ? BY_NAME.get(file.fileName()) : null;
        if (database != null && database.names().stream().anyMatch(name -> FilePaths.isNamed(file.path(), name))
                && !this.packaged.test(file.path()) && isOwn(file)) {
            add(database, file);
        }
    }

    private boolean isOwn(FileEntry file) {
        return file.size() > 0 && this.owners.ownerOf(file.path()) == null;
    }

    private void add(RecognizedDatabase database, @Nullable FileEntry file) {
        if (file != null) {
            this.first.putIfAbsent(database, file);
        }
    }

    private List<Unread> unread() {
        List<Unread> unread = new ArrayList<>();
        this.first.forEach((database, file) -> unread.add(new Unread(database.subject(), file.path(),
                "Tare does not read the packages of " + database.title() + ".", file.layer())));
        return unread;
    }

    private static Map<String, RecognizedDatabase> byName() {
        Map<String, RecognizedDatabase> byName = new HashMap<>();
        for (RecognizedDatabase database : RecognizedDatabase.values()) {
            database.names().forEach(name -> byName.put(FilePaths.name(name), database));
        }
        return byName;
    }
}
