package dev.tare.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tests, examples and documents of installed libraries: whoever has the library has the keys in them, and nothing
 * but their own tests trusts these.
 */
final class PublishedPlaces {

    /** Where package managers of languages put libraries, as a name in a path. */
    private static final Set<String> LIBRARIES = Set.of("node_modules", "site-packages", "dist-packages", "gems",
            "mod", "perl5", "registry", "vendor");

    /** Where package managers of the system put everything. */
    private static final List<String> SYSTEM = List.of("usr/lib/", "usr/share/", "usr/local/lib/");

    private static final Pattern PYTHON = Pattern.compile("(?:python|pypy)[0-9.]+");

    private static final Set<String> UNUSED = Set.of("test", "tests", "testing", "testdata", "test_data",
            "test-data", "__tests__", "testsuite", "spec", "fixture", "fixtures", "example", "examples", "sample",
            "samples", "demo", "demos", "doc", "docs", "documentation", "man", "t");

    private static final Pattern DOCUMENT =
            Pattern.compile("(?:readme|changelog|changes|history).*|.*\\.(?:md|rst|adoc)");

    private static final int MAX_NAME = 255;

    private PublishedPlaces() {}

    static boolean include(String path) {
        if (path.startsWith("usr/share/doc/") || path.startsWith("usr/share/man/")) {
            return true;
        }
        String[] names = path.toLowerCase(Locale.ROOT).split("/");
        boolean library = SYSTEM.stream().anyMatch(path::startsWith);
        for (int i = 0; i < names.length - 1; i++) {
            if (library && UNUSED.contains(names[i])) {
                return true;
            }
            library |= LIBRARIES.contains(names[i]) || isPythonLibrary(names[i]);
        }
        String file = names[names.length - 1];
        return library && file.length() <= MAX_NAME && DOCUMENT.matcher(file).matches();
    }

    private static boolean isPythonLibrary(String name) {
        return name.length() <= MAX_NAME && PYTHON.matcher(name).matches();
    }
}
