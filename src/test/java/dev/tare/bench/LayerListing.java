package dev.tare.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Digest;

/**
 * The listing of a layer by gzip and GNU tar.
 *
 * @param entries that tar lists
 * @param bytes   of all files that it lists
 * @param tar     digest of gzip's output
 * @param last    path of the last file
 * @param content its digest
 */
record LayerListing(int entries, long bytes, Digest tar, String last, Digest content) {

    private static final Pattern FILE = Pattern.compile("-\\S+ +\\S+ +(\\d+) \\S+ \\S+ (.+)");

    static LayerListing of(Path blob) throws IOException, InterruptedException {
        List<String> lines =
                Programs.read(blob, "gzip -dc \"$f\" | tar -tvf -",
                        out -> new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        long bytes = 0;
        String last = "";
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            if (file.matches()) {
                bytes += Long.parseLong(file.group(1));
                last = file.group(2);
            }
        }
        return new LayerListing(lines.size(), bytes, Programs.digest(blob, "gzip -dc \"$f\""), last,
                Programs.digest(blob, "gzip -dc \"$f\" | tar -xOf - '" + last + "'"));
    }
}
