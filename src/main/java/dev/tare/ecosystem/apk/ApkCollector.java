package dev.tare.ecosystem.apk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.content.PathList;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabaseCollector;
import dev.tare.ecosystem.Relations;
import org.jspecify.annotations.Nullable;

/** Reads the installed packages of apk. */
final class ApkCollector extends PackageDatabaseCollector {

    static final List<String> PATHS = List.of("lib/apk/db/installed", "usr/lib/apk/db/installed");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern VERSION = Pattern.compile("[<>=~@].*");

    ApkCollector() {
        super(Set.of("P", "V", "A", "o", "I", "F", "R", "D", "p"));
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "apk/db/installed");
    }

    @Override
    @Nullable
    protected InstalledPackage toPackage(Map<String, String> stanza, PathList files) {
        String name = stanza.get("P");
        if (name == null) {
            return null;
        }
        String origin = stanza.get("o");
        return new InstalledPackage(name, stanza.getOrDefault("V", ""), stanza.getOrDefault("A", ""),
                name.equals(origin) ? null : origin, null, number(stanza.get("I"), 1), files,
                Relations.of(names(stanza.get("D")), names(stanza.get("p"))));
    }

    /** The names in {@code so:libc.musl-x86_64.so.1 busybox>=1.36 !old}, without versions and conflicts. */
    private static Stream<String> names(@Nullable String relations) {
        return relations == null ? Stream.empty()
                : SPACE.splitAsStream(relations)
                        .filter(relation -> !relation.startsWith("!"))
                        .map(relation -> VERSION.matcher(relation).replaceFirst(""));
    }
}
