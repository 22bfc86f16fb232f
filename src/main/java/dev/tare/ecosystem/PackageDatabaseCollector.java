package dev.tare.ecosystem;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.PathList;
import dev.tare.content.Stanzas;
import dev.tare.content.Unread;
import dev.tare.content.UnreadableDatabaseException;
import org.jspecify.annotations.Nullable;

/** Reads a package database that is a text in stanzas. */
public abstract class PackageDatabaseCollector implements ContentCollector {

    /** A whole distribution of 60,000 packages needs half of it. So do a million file names. */
    public static final long MAX_LENGTH = 64L << 20;

    private final String name;

    private final String version;

    /**
     * @param name    the key of the package's name, which each stanza has
     * @param version the key of its version, which the stanza of each installed package has
     */
    protected PackageDatabaseCollector(String name, String version) {
        this.name = name;
        this.version = version;
    }

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.OS_PACKAGES;
    }

    @Override
    public Finding collect(TarEntry file, InputStream content) throws IOException {
        try {
            return read(file.path(), stanzas(content, file.size()));
        } catch (UnreadableDatabaseException ex) {
            return new NotRead(subject(),
                    "The packages of this database are not read, because " + ex.getMessage() + ".");
        }
    }

    /** The error for a database that needs too much memory. */
    public static UnreadableDatabaseException tooMuch() {
        return new UnreadableDatabaseException("its packages take too much memory");
    }

    /** Stanzas with the keys that {@link #toPackage} reads. */
    protected abstract Stanzas stanzas(InputStream content, long size);

    /** Managers write the version of each package, so a last stanza without one was cut. */
    private PackageList read(String path, Stanzas stanzas) throws IOException {
        List<InstalledPackage> packages = new ArrayList<>();
        boolean anyName = false;
        boolean allNamed = true;
        boolean anyUnversioned = false;
        boolean isCut = false;
        long length = 0;
        for (Map<String, String> stanza = stanzas.next(); stanza != null; stanza = stanzas.next()) {
            PathList files = stanzas.files();
            String packageName = stanza.get(this.name);
            anyName |= packageName != null;
            allNamed &= packageName != null;
            boolean hasVersion = stanza.containsKey(this.version);
            isCut = packageName != null && !hasVersion && (stanza.size() == 1 || isInstalled(path, stanza));
            anyUnversioned |= isCut;
            if (packageName != null && hasVersion && isInstalled(path, stanza)) {
                InstalledPackage installed = toPackage(packageName, stanza, files);
                packages.add(installed);
                length += installed.length();
            }
            if (length > MAX_LENGTH) {
                throw tooMuch();
            }
        }
        if (!anyName && !allNamed) {
            throw new UnreadableDatabaseException("it does not have the form in which the package manager writes it");
        }
        if (packages.isEmpty() && anyUnversioned) {
            throw new UnreadableDatabaseException("its packages have no versions");
        }
        return new PackageList(packages, allNamed && !isCut && !stanzas.areDamaged());
    }

    /**
     * Whether the package in a stanza is installed.
     *
     * @param path of the database in its layer
     */
    protected abstract boolean isInstalled(String path, Map<String, String> stanza);

    /** The package in the stanza of an installed package with a version. */
    protected abstract InstalledPackage toPackage(String name, Map<String, String> stanza, PathList files);

    /** A number times a unit, or {@code null} if the text is not a number. */
    protected static @Nullable Long number(@Nullable String text, long unit) {
        try {
            return text == null || text.startsWith("-") ? null : Math.multiplyExact(Long.parseLong(text), unit);
        } catch (ArithmeticException | NumberFormatException ex) {
            return null;
        }
    }
}
