package dev.tare.ecosystem.dpkg;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedLines;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads the licenses of the files of a package from its machine-readable copyright file. Other copyright files are
 * texts for people, so they state nothing that a program can read.
 *
 * @see <a href="https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/">Copyright format</a>
 */
final class CopyrightCollector implements ContentCollector {

    static final String FOLDER = "usr/share/doc/";

    static final String NAME = "/copyright";

    /** The largest in Debian has half of it. */
    private static final long MAX_SIZE = 4L << 20;

    private static final int MAX_LICENSES = 100;

    private static final int MAX_LICENSE = 512;

    private static final String FORMAT = "copyright-format/1";

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        return path.endsWith(NAME) && path.startsWith(FOLDER)
                && path.indexOf('/', FOLDER.length()) == path.length() - NAME.length() && file.size() <= MAX_SIZE;
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        BoundedLines lines = new BoundedLines(content);
        if (!isMachineReadable(lines)) {
            return null;
        }
        Set<String> stated = new LinkedHashSet<>();
        boolean isOfFiles = false;
        String license = "";
        for (String line = lines.next(); line != null && stated.size() < MAX_LICENSES; line = lines.next()) {
            if (line.isBlank()) {
                add(isOfFiles, license, stated);
                isOfFiles = false;
                license = "";
            } else if (isField(line, "files:")) {
                isOfFiles = true;
            } else if (isField(line, "license:")) {
                license = valueOf(line);
            }
        }
        add(isOfFiles, license, stated);
        return new Copyright(stated.stream().flatMap(DebianLicenses::of).distinct().limit(MAX_LICENSES).toList());
    }

    /** The first paragraph states the format. */
    private static boolean isMachineReadable(BoundedLines lines) throws IOException {
        boolean found = false;
        for (String line = lines.next(); line != null && !line.isBlank(); line = lines.next()) {
            found |= isField(line, "format:") && line.contains(FORMAT);
        }
        return found;
    }

    /** A paragraph without files has the text of a license that others refer to. */
    private static void add(boolean isOfFiles, String license, Set<String> stated) {
        if (isOfFiles && !license.isEmpty() && license.length() <= MAX_LICENSE) {
            stated.add(license);
        }
    }

    private static boolean isField(String line, String field) {
        return line.regionMatches(true, 0, field, 0, field.length());
    }

    private static String valueOf(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
