package dev.tare.ecosystem;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private final Set<String> keys;

    /** @param keys of a stanza, as {@link #toPackage} reads them */
    protected PackageDatabaseCollector(Set<String> keys) {
        this.keys = keys;
    }

    @Override
    public Unread.Subject subject() {
        return Unread.Subject.OS_PACKAGES;
    }

    @Override
    public Finding collect(TarEntry file, InputStream content) throws IOException {
        try {
            return new PackageList(read(new Stanzas(content, file.size(), this.keys)));
        } catch (UnreadableDatabaseException ex) {
            return new NotRead(subject(),
                    "The packages of this database are not read, because " + ex.getMessage() + ".");
        }
    }

    /** The error for a database that needs too much memory. */
    public static UnreadableDatabaseException tooMuch() {
        return new UnreadableDatabaseException("its packages take too much memory");
    }

    private List<InstalledPackage> read(Stanzas stanzas) throws IOException {
        List<InstalledPackage> packages = new ArrayList<>();
        long length = 0;
        for (Map<String, String> stanza = stanzas.next(); stanza != null; stanza = stanzas.next()) {
            InstalledPackage installed = toPackage(stanza, stanzas.files());
            if (installed != null) {
                packages.add(installed);
            }
            length += installed == null ? 0 : installed.length();
            if (length > MAX_LENGTH) {
                throw tooMuch();
            }
        }
        return packages;
    }

    /** The package in a stanza, or {@code null} if the stanza has no installed package. */
    protected abstract @Nullable InstalledPackage toPackage(Map<String, String> stanza, PathList files);

    /** A number times a unit, or {@code null} if the text is not a number. */
    protected static @Nullable Long number(@Nullable String text, long unit) {
        try {
            return text == null || text.startsWith("-") ? null : Math.multiplyExact(Long.parseLong(text), unit);
        } catch (ArithmeticException | NumberFormatException ex) {
            return null;
        }
    }
}
