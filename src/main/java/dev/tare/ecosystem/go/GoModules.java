package dev.tare.ecosystem.go;

import java.util.ArrayList;
import java.util.List;

import dev.tare.content.Finding;
import dev.tare.ecosystem.NamedPackage;
import org.jspecify.annotations.Nullable;

/** The modules in one executable: Go's own library, the main module, and the modules it depends on. */
record GoModules(List<NamedPackage> modules) implements Finding {

    /** The name of Go's own library in vulnerability databases. */
    private static final String STANDARD_LIBRARY = "stdlib";

    /** The module lines have a mark of 16 bytes before them and another after them. */
    private static final int MARK = 16;

    private static final String DEVELOPMENT = "(devel)";

    /** No module has a longer name or version. */
    private static final int MAX_TEXT = 1024;

    GoModules {
        modules = List.copyOf(modules);
    }

    boolean isDamaged() {
        return this.modules.stream().anyMatch(one -> Finding.lengthOf(one.name(), one.version()) > MAX_TEXT);
    }

    @Override
    public long length() {
        return this.modules.stream().mapToLong(NamedPackage::length).sum();
    }

    /**
     * Parses lines of fields with tabs between them, as {@code go version -m} prints them. A line {@code =>} replaces
     * the module of the previous line.
     *
     * @param version such as {@code go1.24.1}, or {@code devel go1.25-abc}; more words may follow
     * @param marked  the lines with their marks; a text without marks lists no modules
     */
    static GoModules parse(String version, String marked) {
        List<NamedPackage> modules = new ArrayList<>();
        modules.add(new NamedPackage(STANDARD_LIBRARY, toolchain(version)));
        boolean hasMarks = marked.length() > 2 * MARK && marked.charAt(marked.length() - MARK - 1) == '\n';
        String lines = hasMarks ? marked.substring(MARK, marked.length() - MARK) : "";
        lines.lines().forEach(line -> {
            String[] fields = line.split("\t", -1);
            if (fields.length > 2 && !fields[1].isEmpty()) {
                switch (fields[0]) {
                    case "mod", "dep" -> modules.add(new NamedPackage(fields[1], known(fields[2])));
                    case "=>" -> modules.add(replacement(modules.removeLast(), fields[1], fields[2]));
                    default -> {
                        // build settings
                    }
                }
            }
        });
        return new GoModules(modules);
    }

    /** A folder that replaces a module has no version, and its path means nothing outside the build. */
    private static NamedPackage replacement(NamedPackage replaced, String path, String version) {
        return version.isEmpty() ? new NamedPackage(replaced.name(), null) : new NamedPackage(path, known(version));
    }

    private static @Nullable String known(String version) {
        return version.isEmpty() || version.equals(DEVELOPMENT) ? null : version;
    }

    private static @Nullable String toolchain(String version) {
        for (String word : version.split(" ")) {
            if (word.startsWith("go") && word.length() > 2) {
                return word.substring(2);
            }
        }
        return null;
    }
}
