package dev.tare.comparison.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.change.ContentLabels;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.JavaEcosystem;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/** The named and versioned items of one image, by name. */
final class Versions {

    private final Map<Key, Entry> entries;

    private final Map<Key, PackageFacts> facts;

    /** The names for display that differ from the compared names. */
    private final Map<Key, String> names = new HashMap<>();

    private Versions(Map<Key, Entry> entries, Map<Key, PackageFacts> facts) {
        this.entries = entries;
        this.facts = facts;
    }

    /**
     * Packages of the operating system and of languages, by package manager. A package of a language that one of the
     * operating system owns is a part of it, and counts once.
     */
    static Versions ofPackages(Inspection image) {
        Versions packages = of(image.software().packages(), item -> new Key(item.manager(), item.name()),
                item -> new Entry(item.version(), item.version() + " " + item.architecture() + state(item), true),
                item -> new PackageFacts(item.installedSize(), item.licenses().texts()));
        Versions languages = ofLanguages(
                image.software().languagePackages().stream().filter(item -> item.osPackage() == null).toList());
        packages.entries.putAll(languages.entries);
        packages.facts.putAll(languages.facts);
        packages.names.putAll(languages.names);
        return packages;
    }

    /** Copies of packages of languages in other packages, and test data. */
    static Versions ofBundledPackages(Inspection image) {
        return ofLanguages(image.software().bundledPackages());
    }

    private static Versions ofLanguages(List<LanguagePackage> packages) {
        Versions versions = of(packages, Versions::key,
                item -> new Entry(item.version(), String.valueOf(item.version()), true),
                item -> new PackageFacts(null, item.licenses().texts()));
        packages.forEach(item -> versions.names.putIfAbsent(key(item), item.name()));
        return versions;
    }

    private static Key key(LanguagePackage item) {
        return new Key(item.manager(), Ecosystems.of(item.manager()).comparedName(item.name()));
    }

    private static String state(OsPackage item) {
        return item.state() == null ? "" : " " + item.state();
    }

    static Versions ofJars(Inspection image) {
        return of(image.software().jars(), jar -> new Key(JavaEcosystem.ID, jar.library()),
                jar -> new Entry(jar.version(), jar.content().toString(), false),
                jar -> new PackageFacts(null, jar.licenses().texts()));
    }

    /** Libraries unpacked into jars. Their classes belong to the jar, so only their versions can differ. */
    static Versions ofShadedLibraries(Inspection image) {
        return of(image.software().jars().stream().flatMap(jar -> jar.libraries().stream()).toList(),
                library -> new Key(JavaEcosystem.ID, library.library()),
                library -> new Entry(library.version(), String.valueOf(library.version()), false));
    }

    static Versions ofJavaRuntimes(Inspection image) {
        return of(image.software().javaRuntimes(), runtime -> new Key(JavaEcosystem.ID, JavaRuntimes.nameOf(runtime)),
                Versions::entry);
    }

    /** A row for each name in any of the images. */
    static List<VersionRow> rows(List<Versions> images) {
        SortedSet<Key> keys = new TreeSet<>();
        images.forEach(image -> keys.addAll(image.entries.keySet()));
        return keys.stream().map(key -> row(key, images)).toList();
    }

    private static VersionRow row(Key key, List<Versions> images) {
        List<Optional<Entry>> entries = images.stream()
                .map(image -> Optional.ofNullable(image.entries.get(key)))
                .toList();
        boolean legible = areAlike(entries, Entry::versions) && entries.stream()
                .flatMap(Optional::stream)
                .allMatch(Entry::legible);
        boolean lettered = !legible && areAlike(entries, entry -> List.of(entry.versions, entry.extents));
        ContentLabels letters = new ContentLabels();
        return new VersionRow(key.ecosystem, name(key, images),
                entries.stream()
                        .map(entry -> entry.map(found -> List.copyOf(legible ? found.contents : found.versions)))
                        .toList(),
                entries.stream().map(entry -> List.copyOf(entry.orElse(Entry.NONE).extents)).toList(),
                entries.stream()
                        .map(entry -> entry.filter(found -> lettered)
                                .map(found -> letters.of(found.contents)))
                        .toList(),
                images.stream().map(image -> image.factsOf(key)).toList(),
                entries.stream().distinct().count() > 1);
    }

    /** The name in the first image that has the item. */
    private static String name(Key key, List<Versions> images) {
        return images.stream()
                .flatMap(image -> Stream.ofNullable(image.names.get(key)))
                .findFirst()
                .orElse(key.name);
    }

    /** Whether different entries look equal in this view. */
    private static boolean areAlike(List<Optional<Entry>> entries, Function<Entry, Object> view) {
        List<Entry> distinct = entries.stream().flatMap(Optional::stream).distinct().toList();
        return distinct.stream().map(view).distinct().count() < distinct.size();
    }

    VersionDifference compare(Versions other) {
        SortedSet<Key> keys = new TreeSet<>(this.entries.keySet());
        keys.addAll(other.entries.keySet());
        List<VersionChange> changes = new ArrayList<>();
        keys.forEach(key -> {
            Entry from = this.entries.getOrDefault(key, Entry.NONE);
            Entry to = other.entries.getOrDefault(key, Entry.NONE);
            if (!from.equals(to)) {
                changes.add(new VersionChange(key.ecosystem, name(key, List.of(this, other)), change(from, to),
                        from.distinctFrom(to),
                        to.distinctFrom(from), factsOf(key), other.factsOf(key), null, null));
            }
        });
        return new VersionDifference((long) keys.size() - changes.size(), changes);
    }

    private PackageFacts factsOf(Key key) {
        return this.facts.getOrDefault(key, PackageFacts.NONE);
    }

    private static Change change(Entry from, Entry to) {
        if (from.equals(Entry.NONE)) {
            return Change.ADDED;
        }
        return to.equals(Entry.NONE) ? Change.REMOVED : Change.MODIFIED;
    }

    private static <T> Versions of(List<T> things, Function<T, Key> key, Function<T, Entry> entry) {
        return of(things, key, entry, _ -> PackageFacts.NONE);
    }

    private static <T> Versions of(List<T> things, Function<T, Key> key, Function<T, Entry> entry,
            Function<T, PackageFacts> facts) {
        Versions versions = new Versions(new TreeMap<>(), new HashMap<>());
        things.forEach(thing -> {
            versions.entries.merge(key.apply(thing), entry.apply(thing), Entry::add);
            versions.facts.merge(key.apply(thing), facts.apply(thing), PackageFacts::plus);
        });
        return versions;
    }

    private static Entry entry(JavaRuntime runtime) {
        String modules = runtime.modules().stream().sorted().collect(Collectors.joining(" "));
        return new Entry(
                Stream.ofNullable(runtime.build().fullVersion()).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(List.of(runtime.kind() + " " + modules)),
                new TreeSet<>(List.of(JavaRuntimes.extentOf(runtime))), false);
    }

    /** @param name as compared */
    private record Key(String ecosystem, String name) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::ecosystem).thenComparing(Key::name).compare(this, other);
        }
    }

    /**
     * All items with one name.
     *
     * @param contents distinguish items with the same version
     * @param extents  for display; only for Java runtimes
     * @param legible  whether the contents are for display and include the versions
     */
    private record Entry(SortedSet<String> versions, SortedSet<String> contents, SortedSet<String> extents,
            boolean legible) {

        static final Entry NONE = new Entry(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), false);

        Entry(@Nullable String version, String content, boolean legible) {
            this(version == null ? new TreeSet<>() : new TreeSet<>(List.of(version)),
                    new TreeSet<>(List.of(content)), new TreeSet<>(), legible);
        }

        /** The versions, with more detail if they equal those of the other image. */
        List<String> distinctFrom(Entry other) {
            return List.copyOf(this.legible && this.versions.equals(other.versions) ? this.contents : this.versions);
        }

        /** Adds another item to this entry, because one name can have very many items. */
        Entry add(Entry other) {
            this.versions.addAll(other.versions);
            this.contents.addAll(other.contents);
            this.extents.addAll(other.extents);
            return this;
        }
    }
}
