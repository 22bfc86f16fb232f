package dev.tare.ecosystem.apk;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.content.PathList;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabaseCollector;
import org.jspecify.annotations.Nullable;

/** Reads the installed packages of apk. */
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
    protected InstalledPackage toPackage(Map<String, String> stanza, PathList files) {
        String name = stanza.get("P");
        if (name == null) {
            return null;
        }
        String origin = stanza.get("o");
        return new InstalledPackage(name, stanza.getOrDefault("V", ""), stanza.getOrDefault("A", ""),
                name.equals(origin) ? null : origin, number(stanza.get("I"), 1), files);
    }
}
