package dev.tare.ecosystem.ruby;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedLines;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.ecosystem.NamedPackage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the name and version of an installed gem from its specification. The first source is the comment that RubyGems
 * itself reads, then the program in the file, then the file name. The program is not run.
 *
 * @see <a href="https://github.com/ruby/rubygems/blob/v3.6.9/lib/rubygems/stub_specification.rb">stub_specification.rb</a>
 */
final class GemspecCollector implements ContentCollector {

    private static final String SUFFIX = ".gemspec";

    private static final Set<String> FOR_TESTS = Set.of("test", "tests", "spec", "fixtures");

    private static final Pattern STUB = Pattern.compile("# stub: (\\S++) (\\S++) \\S++ .*+");

    private static final Pattern NAME = field("name", "");

    private static final Pattern VERSION = field("version", "(?:Gem::Version\\.new\\s*+\\(?+\\s*+)?+");

    /** A name may have hyphens, and a platform may follow the version. */
    private static final Pattern FILE = Pattern.compile("(.+?)-([0-9]+(?:\\.[0-9A-Za-z]+)+)(?:-.+)?");

    /** Characters of a line. RubyGems writes shorter lines. Longer lines are ignored. */
    private static final int MAX_LINE = 4_096;

    @Override
    public boolean wants(TarEntry file) {
        return file.path().endsWith(SUFFIX) && isOfGems(FilePaths.parent(file.path()));
    }

    private static boolean isOfGems(String folder) {
        return (FilePaths.isNamed(folder, "specifications") || FilePaths.isNamed(folder, "specifications/default"))
                && Stream.of(folder.split("/")).noneMatch(FOR_TESTS::contains);
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        BoundedLines lines = new BoundedLines(content);
        String name = null;
        String version = null;
        for (String line = lines.next(); line != null && (name == null || version == null); line = lines.next()) {
            if (line.length() > MAX_LINE) {
                continue;
            }
            Matcher stub = STUB.matcher(line);
            if (stub.matches()) {
                return NamedPackage.of(stub.group(1), stub.group(2));
            }
            name = name == null ? value(NAME, line) : name;
            version = version == null ? value(VERSION, line) : version;
        }
        return ofFile(FilePaths.name(file.path()), name, version);
    }

    private static Finding ofFile(String fileName, @Nullable String name, @Nullable String version) {
        String stated = fileName.substring(0, fileName.length() - SUFFIX.length());
        Matcher parts = FILE.matcher(stated);
        boolean hasVersion = parts.matches();
        return NamedPackage.of(name != null ? name : hasVersion ? parts.group(1) : stated,
                version != null ? version : hasVersion ? parts.group(2) : null);
    }

    private static @Nullable String value(Pattern field, String line) {
        Matcher matcher = field.matcher(line);
        return matcher.lookingAt() ? matcher.group(1) : null;
    }

    /** {@code s.name = "rack".freeze}, also with other quotes. No part backtracks, so matching is linear. */
    private static Pattern field(String field, String before) {
        return Pattern
                .compile("\\s*+\\w++\\." + field + "\\s*+=\\s*+" + before
                        + "(?:[\"']|%[qQ]?[<{(\\[])([^\"'>})\\]\\s]++)");
    }
}
