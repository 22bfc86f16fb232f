package dev.tare.inspection;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.TarEntry;
import org.jspecify.annotations.Nullable;

/** Reads what apk has installed. */
final class ApkCollector extends PackageDatabaseCollector {

    static final List<String> PATHS = List.of("lib/apk/db/installed", "usr/lib/apk/db/installed");

    ApkCollector() {
        super(Set.of("P", "V", "A", "o", "I", "F", "R"));
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "apk/db/installed");
    }

    @Override
    @Nullable
    InstalledPackage toPackage(Map<String, String> stanza, PathList files) {
        String name = stanza.get("P");
        if (name == null) {
            return null;
        }
        String origin = stanza.get("o");
        return new InstalledPackage("apk", name, stanza.getOrDefault("V", ""), stanza.getOrDefault("A", ""),
                name.equals(origin) ? null : origin, number(stanza.get("I"), 1), files);
    }
}
