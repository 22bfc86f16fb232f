package dev.tare.secret.scan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a path is among the tests, examples and documents of a public library or package. Everybody can install it
 * and read its keys, and only its own tests trust these keys.
 */
public enum PublishedPath {

    /** The path is not published, or programs read credentials from it. */
    NONE,

    /** The path is inside a library that a package manager of a language installs. */
    LIBRARY,

    /** The path is a usual path of system packages. The file lists of the packages show whether a package owns it. */
    SYSTEM;

    private static final List<String> SYSTEM_FOLDERS = List.of("usr/lib/", "usr/lib64/", "usr/share/");

    private static final List<String> SYSTEM_DOCUMENTS = List.of("usr/share/doc/", "usr/share/man/");

    /**
     * The folder of one library of npm, Python, RubyGems, Go modules, Cargo or Composer, or of the standard libraries
     * of Python and Go. The scan of secrets reads paths before packages are known, so it uses no ecosystem.
     */
    private static final Pattern LIBRARY_FOLDER = Pattern.compile("(?:.*/)?(?:node_modules/(?:@[^/]+/)?[^/@]+"
            + "|(?:site|dist)-packages/[^/]+|gems/[^/]+-[0-9][^/]*|pkg/mod/(?:[^/@]+/)+[^/@]+@v[^/]+"
            + "|registry/src/[^/]+/[^/]+-[0-9][^/]*|lib(?:64)?/(?:python|pypy)[0-9.]+|usr/(?:local|lib)/go/src"
            + "|vendor/[^/]+/[^/]+)/");

    private static final Set<String> UNUSED = Set.of("test", "tests", "testing", "testdata", "test_data",
            "test-data", "__tests__", "testsuite", "spec", "fixture", "fixtures", "example", "examples", "sample",
            "samples", "demo", "demos", "doc", "docs", "documentation", "man", "t");

    private static final Pattern DOCUMENT =
            Pattern.compile("(?:readme|changelog|changes|history)(?:\\..*)?|.*\\.(?:md|rst|adoc)");

    private static final int MAX_PATH = 1024;

    /** @param path without a leading slash */
    public static PublishedPath of(String path) {
        if (path.length() > MAX_PATH || CredentialFiles.include(path)) {
            return NONE;
        }
        int library = endOfLibrary(path);
        if (library >= 0 && isUnused(path.substring(library))) {
            return LIBRARY;
        }
        boolean document = SYSTEM_DOCUMENTS.stream().anyMatch(path::startsWith);
        return document || (SYSTEM_FOLDERS.stream().anyMatch(path::startsWith) && isUnused(path)) ? SYSTEM : NONE;
    }

    /** The end of the innermost library folder of the path, or -1. Libraries may contain other libraries. */
    private static int endOfLibrary(String path) {
        Matcher matcher = LIBRARY_FOLDER.matcher(path);
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    private static boolean isUnused(String path) {
        String[] names = path.toLowerCase(Locale.ROOT).split("/");
        for (int i = 0; i < names.length - 1; i++) {
            if (UNUSED.contains(names[i])) {
                return true;
            }
        }
        return DOCUMENT.matcher(names[names.length - 1]).matches();
    }
}
