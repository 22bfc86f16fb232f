package dev.tare.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Collector;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.Unread;
import dev.tare.ecosystem.Ecosystem.Kind;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.IntList;
import dev.tare.filetree.merge.MergedLayers;
import dev.tare.filetree.merge.MergedLayers.Found;
import dev.tare.inspection.CollectorSet.Owned;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The names of hard-linked files under which the findings of languages count. A layer has the content of a file under
 * its first name only. This may be its name in the store or cache of a package manager, which collectors do not want.
 */
final class LinkedFiles {

    /** The findings that count again for a further name, in ordinary entries. */
    static final long MAX_COST = 100_000;

    private final FileTree files;

    private final Map<String, String> contentNames;

    private final Map<Key, Linked> found = new HashMap<>();

    /** Indices of names whose content a collector wants but has not read. */
    private final Map<Missed, IntList> missed = new TreeMap<>();

    /** The numbers of names of files whose findings do not count, by reader, with the first one. */
    private final Map<String, Uncounted> uncounted = new TreeMap<>();

    private long cost;

    private LinkedFiles(MergedLayers merged) {
        this.files = merged.files();
        this.contentNames = merged.contentNames();
    }

    static LinkedFiles of(MergedLayers merged, CollectorSet collectors, Deadline deadline) {
        LinkedFiles linked = new LinkedFiles(merged);
        Set<String> first = linked.firstNames();
        if (!first.isEmpty()) {
            merged.findings().stream().filter(one -> first.contains(one.file().path())).forEach(linked::add);
            List<Owned<Collector>> wanting =
                    collectors.ofReaders(reader -> Ecosystems.isOf(Kind.LANGUAGE, reader));
            linked.names(first).forEach(index -> {
                deadline.step();
                linked.look(index, wanting);
            });
        }
        return linked;
    }

    /** The first visible names of files that have or had several names. */
    private Set<String> firstNames() {
        Set<String> first = new HashSet<>(this.contentNames.keySet());
        this.files.furtherNames().forEach(index -> first.add(firstName(this.files.entries().get(index))));
        return first;
    }

    /** The indices of all names of these files, in the order of their paths. */
    private IntStream names(Set<String> first) {
        return IntStream.concat(this.files.furtherNames(), first.stream().mapToInt(this.files::indexOf)).sorted();
    }

    private static String firstName(FileEntry file) {
        return Objects.requireNonNullElse(file.sameFileAs(), file.path());
    }

    private void add(Found one) {
        if (one.finding().countsForEachName()) {
            this.found.put(new Key(one.reader(), one.file().path()), new Linked(EntryCost.of(one.finding()) + 1));
        }
    }

    private void look(int index, List<Owned<Collector>> wanting) {
        FileEntry file = this.files.entries().get(index);
        TarEntry named = entry(file, file.path());
        String first = firstName(file);
        TarEntry content = entry(file, this.contentNames.getOrDefault(first, first));
        for (Owned<Collector> one : wanting) {
            if (!one.collector().wants(named)) {
                continue;
            }
            if (!Owned.reads(one.collector(), content)) {
                this.missed.computeIfAbsent(new Missed(one.reader(), one.collector().subject()), key -> new IntList())
                        .add(index);
            } else if (one.collector() instanceof ContentCollector) {
                count(one.reader(), first, file);
            }
        }
    }

    private static TarEntry entry(FileEntry file, String path) {
        return new TarEntry(path, file.type(), file.size(), file.mode(), file.uid(), file.gid(), file.modified(), null,
                Map.of(), null);
    }

    private void count(String reader, String first, FileEntry name) {
        Linked linked = this.found.get(new Key(reader, first));
        if (linked == null) {
            return;
        }
        if (Ecosystems.isCached(name.path())) {
            linked.cached = linked.cached == null ? name : linked.cached;
        } else if (linked.names.isEmpty() || this.cost + linked.cost <= MAX_COST) {
            this.cost += linked.names.isEmpty() ? 0 : linked.cost;
            linked.names.add(name);
        } else {
            this.uncounted.computeIfAbsent(reader, key -> new Uncounted(name)).count++;
        }
    }

    /** The finding; {@code null} if it counts only under names that its file does not have. */
    @Nullable
    Found resolved(Found one) {
        if (!(one.finding() instanceof Finding.OfLinks(Finding finding))) {
            return one;
        }
        Linked linked = this.found.get(new Key(one.reader(), one.file().path()));
        return linked == null || linked.counted().isEmpty() ? null : new Found(one.file(), one.reader(), finding);
    }

    /** The names under which findings of a reader count, by the first name of the file. */
    Map<String, List<FileEntry>> names(String reader) {
        Map<String, List<FileEntry>> names = new HashMap<>();
        this.found.forEach((key, linked) -> {
            if (key.reader.equals(reader) && !linked.counted().isEmpty()) {
                names.put(key.path, linked.counted());
            }
        });
        return names;
    }

    /** The names that software may have, but whose content was not read. A package with an owner is known. */
    Stream<Unread> unread(FileOwners owners, FileOwners others) {
        Stream<Unread> notRead = this.missed.entrySet().stream().flatMap(one -> {
            int[] names = one.getValue()
                    .stream()
                    .filter(index -> isUnknown(this.files.entries().get(index), owners, others))
                    .toArray();
            return names.length == 0 ? Stream.of() : Stream.of(unread(one.getKey(), names));
        });
        return Stream.concat(notRead, this.uncounted.entrySet().stream().map(one -> {
            FileEntry name = one.getValue().first;
            return new Unread(Unread.Subject.LANGUAGE_PACKAGE, TextBounds.path(name.path()),
                    "This hard link is not read as a package, because the image has too many hard links to packages."
                            + more(one.getValue().count),
                    name.layer());
        }));
    }

    private static boolean isUnknown(FileEntry name, FileOwners owners, FileOwners others) {
        return name.size() > 0 && owners.ownerOf(name.path()) == null && others.ownerOf(name.path()) == null
                && !Ecosystems.isCached(name.path());
    }

    private Unread unread(Missed missed, int[] names) {
        FileEntry file = this.files.entries().get(names[0]);
        String first = firstName(file);
        return new Unread(missed.subject, TextBounds.path(file.path()),
                "This file is not read (" + Ecosystems.of(missed.reader).label()
                        + "), because the layer has its content"
                        + " under another name: "
                        + TextBounds.path(this.contentNames.getOrDefault(first, first)) + "." + more(names.length),
                file.layer());
    }

    private static String more(long count) {
        return count == 1 ? "" : " The same is true for " + (count - 1) + " more hard links.";
    }

    private record Key(String reader, String path) {}

    private record Missed(String reader, Unread.Subject subject) implements Comparable<Missed> {

        @Override
        public int compareTo(Missed other) {
            int order = this.reader.compareTo(other.reader);
            return order == 0 ? this.subject.compareTo(other.subject) : order;
        }
    }

    private static final class Uncounted {

        private final FileEntry first;

        private long count;

        Uncounted(FileEntry first) {
            this.first = first;
        }
    }

    /** A file with a finding. */
    private static final class Linked {

        private final long cost;

        private final List<FileEntry> names = new ArrayList<>(1);

        private @Nullable FileEntry cached;

        Linked(long cost) {
            this.cost = cost;
        }

        /** Copies in caches count only if the file is nowhere else. */
        List<FileEntry> counted() {
            return this.names.isEmpty() && this.cached != null ? List.of(this.cached) : this.names;
        }
    }
}
