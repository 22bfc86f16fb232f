package dev.tare.inspection.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.ecosystem.OsPackage;
import org.jspecify.annotations.Nullable;

/**
 * The tables with the purposes of packages. A row for a package has precedence over one for its source package. A
 * package without a row has no purpose.
 */
final class Purposes {

    static final String NONE = "-";

    static final List<Purpose> ALL = rows("purposes.tsv").map(row -> new Purpose(row[0], row[1], row[2])).toList();

    private static final Map<String, Purpose> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Purpose::id, Function.identity()));

    private static final Map<String, String> EXPLANATIONS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Purpose::title, Purpose::explanation));

    /** The ids of purposes by ecosystem, kind and name. */
    private static final Map<String, String> PACKAGES = rows("packages.tsv")
            .collect(Collectors.toUnmodifiableMap(row -> key(row[0], row[1], row[2]), row -> row[3]));

    /** A version in a name: {@code 14} in {@code gcc-14-base} and {@code libgcc-14-dev}. */
    private static final Pattern VERSION = Pattern.compile("-?[0-9][0-9.]*(?=-|$)");

    /** Longer names are in no table, and matching them would take time. */
    private static final int MAX_NAME = 100;

    private Purposes() {}

    /** The line of a package: the title of its purpose. Without a purpose, its source package, or itself. */
    static String lineOf(OsPackage one) {
        String source = Objects.requireNonNullElse(one.source(), one.name());
        String id = find(one.manager(), "package", one.name());
        if (NONE.equals(id)) {
            return one.name();
        }
        Purpose purpose = purposeOf(id == null ? find(one.manager(), "source", source) : id);
        return purpose == null ? source : purpose.title();
    }

    private static @Nullable Purpose purposeOf(@Nullable String id) {
        return id == null ? null : BY_ID.get(id);
    }

    /** The explanation of the purpose with a title, or {@code null}. */
    static @Nullable String explanationOf(String title) {
        return EXPLANATIONS.get(title);
    }

    private static @Nullable String find(String manager, String kind, String name) {
        if (name.length() > MAX_NAME) {
            return null;
        }
        String id = PACKAGES.get(key(manager, kind, name));
        return id != null ? id : PACKAGES.get(key(manager, kind, VERSION.matcher(name).replaceAll("")));
    }

    private static String key(String manager, String kind, String name) {
        return manager + " " + kind + " " + name;
    }

    static Stream<String[]> rows(String table) {
        try (InputStream content = Purposes.class.getResourceAsStream("/ledger/" + table)) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        } catch (IOException ex) {
            throw new UncheckedIOException("The table " + table + " cannot be read", ex);
        }
    }
}
