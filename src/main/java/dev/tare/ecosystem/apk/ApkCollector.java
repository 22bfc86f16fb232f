package dev.tare.ecosystem.apk;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.content.PathList;
import dev.tare.content.Stanzas;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabaseCollector;
import dev.tare.ecosystem.Relations;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/** Reads the installed packages of apk. */
final class ApkCollector extends PackageDatabaseCollector {

    /** The current place comes first. apk-tools 2 used {@code lib}, which is often a link now. */
    static final List<String> PATHS = List.of("usr/lib/apk/db/installed", "lib/apk/db/installed",
            "var/lib/apk/db/installed");

    private static final Set<String> KEYS = Set.of("P", "V", "A", "T", "L", "o", "I", "F", "R", "D", "p");

    /** apk add --virtual writes it for a name that stands for other packages. It has no files. */
    private static final String VIRTUAL = "virtual meta package";

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern VERSION = Pattern.compile("[<>=~@].*");

    ApkCollector() {
        super("P", "V");
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "apk/db/installed");
    }

    @Override
    protected Stanzas stanzas(InputStream content, long size) {
        return Stanzas.ofLetters(content, size, KEYS);
    }

    @Override
    protected boolean isInstalled(String path, Map<String, String> stanza) {
        return !stanza.getOrDefault("P", "").startsWith(".") && !VIRTUAL.equals(stanza.get("T"));
    }

    @Override
    protected InstalledPackage toPackage(String name, Map<String, String> stanza, PathList files) {
        String origin = stanza.get("o");
        return new InstalledPackage(name, stanza.getOrDefault("V", ""), stanza.getOrDefault("A", ""),
                name.equals(origin) ? null : origin, null, number(stanza.get("I"), 1), files,
                Relations.of(names(stanza.get("D")), names(stanza.get("p"))))
                .withLicenses(Licenses.of(stanza.get("L")));
    }

    /** The names in {@code so:libc.musl-x86_64.so.1 busybox>=1.36 !old}, without versions and conflicts. */
    private static Stream<String> names(@Nullable String relations) {
        return relations == null ? Stream.empty()
                : SPACE.splitAsStream(relations)
                        .filter(relation -> !relation.startsWith("!"))
                        .map(relation -> VERSION.matcher(relation).replaceFirst(""));
    }
}
