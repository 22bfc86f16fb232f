package dev.tare.comparison.version;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.tare.comparison.change.Change;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.OsPackage;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Detects packages that have another name in the other image. Names of libraries contain the number of their interface
 * ({@code libssl1.1}, {@code libssl3}), and on Debian since 2024 some have a {@code t64} for 64-bit time. Names with
 * any other difference never match.
 *
 * @see <a href="https://wiki.debian.org/ReleaseGoals/64bit-time">Debian, 64-bit time</a>
 */
final class PackageNames implements Renames.Identity {

    /** The pattern has no backtracking. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]++(?:[.-][0-9]++)*+");

    private static final String TIME64 = "t64";

    private final Map<String, String> fromSources;

    private final Map<String, String> toSources;

    PackageNames(Inspection from, Inspection to) {
        this.fromSources = sources(from);
        this.toSources = sources(to);
    }

    /** Only packages of the operating system have a source package. */
    @Override
    public @Nullable String key(VersionChange change) {
        return Ecosystems.of(change.ecosystem()).kind() == Ecosystem.Kind.LANGUAGE ? null
                : stem(sourceOf(change)) + " " + stem(change.name());
    }

    @Override
    public String evidence(VersionChange removed, VersionChange added) {
        String one = sourceOf(removed);
        String other = sourceOf(added);
        return (one.equals(other) ? "both belong to source package " + one
                : "the source packages are " + one + " and " + other) + ", and the names differ only in "
                + (plain(removed.name()).equals(plain(added.name())) ? "the suffix t64" : "a number");
    }

    private String sourceOf(VersionChange change) {
        Map<String, String> sources = change.change() == Change.REMOVED ? this.fromSources : this.toSources;
        return sources.getOrDefault(change.name(), change.name());
    }

    /** The name with placeholders for its numbers. */
    private static String stem(String name) {
        return NUMBER.matcher(plain(name)).replaceAll("#");
    }

    private static String plain(String name) {
        return name.endsWith(TIME64) ? name.substring(0, name.length() - TIME64.length()) : name;
    }

    private static Map<String, String> sources(Inspection image) {
        Map<String, String> sources = new HashMap<>();
        for (OsPackage item : image.software().packages()) {
            sources.put(item.name(), Objects.requireNonNullElse(item.source(), item.name()));
        }
        return sources;
    }
}
