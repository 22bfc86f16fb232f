package dev.tare.ecosystem.dpkg;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedLines;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.ecosystem.license.License;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * Reads the licenses of a package and of its files from its machine-readable copyright file. Other copyright files are
 * texts for people, so they state nothing that a program can read.
 *
 * @see <a href="https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/">Copyright format</a>
 */
final class CopyrightCollector implements ContentCollector {

    static final String FOLDER = "usr/share/doc/";

    static final String NAME = "/copyright";

    /** The largest in Debian has half of it. */
    private static final long MAX_SIZE = 4L << 20;

    private static final String VERSION = "copyright-format/1";

    private static final String FORMAT = "format:";

    private static final String FILES = "files:";

    private static final String LICENSE = "license:";

    /** The fields that matter. A paragraph without files has the text of a license that others refer to. */
    private static final List<String> KEYS = List.of(FORMAT, FILES, LICENSE);

    private final DebianLicenses debian = new DebianLicenses();

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        return path.endsWith(NAME) && path.startsWith(FOLDER)
                && path.indexOf('/', FOLDER.length()) == path.length() - NAME.length() && file.size() <= MAX_SIZE;
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        BoundedLines lines = new BoundedLines(content);
        Map<String, String> header = paragraph(lines);
        if (header == null || !header.getOrDefault(FORMAT, "").contains(VERSION)) {
            return null;
        }
        Set<License> stated = new LinkedHashSet<>(licenses(header));
        for (Map<String, String> next = paragraph(lines); next != null
                && stated.size() <= Licenses.MAX_COUNT; next = paragraph(lines)) {
            if (next.containsKey(FILES)) {
                stated.addAll(licenses(next));
            }
        }
        return new Copyright(Licenses.bounded(stated));
    }

    private List<License> licenses(Map<String, String> paragraph) {
        return this.debian.of(paragraph.getOrDefault(LICENSE, "")).list();
    }

    /**
     * The first line of each field in the next paragraph, or {@code null} after the last. The lines after that of a
     * license are its text.
     */
    private static @Nullable Map<String, String> paragraph(BoundedLines lines) throws IOException {
        Map<String, String> fields = new HashMap<>();
        boolean any = false;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                any = true;
                for (String field : KEYS) {
                    if (line.regionMatches(true, 0, field, 0, field.length())) {
                        fields.putIfAbsent(field, line.substring(field.length()).strip());
                    }
                }
            } else if (any) {
                return fields;
            }
        }
        return any ? fields : null;
    }
}
