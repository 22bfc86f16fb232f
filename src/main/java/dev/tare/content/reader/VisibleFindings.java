package dev.tare.content.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.MergedLayers.Found;

/**
 * The findings of one reader's collectors in the files that a container sees.
 *
 * @param files all files that a container sees
 * @param found by path
 * @param names of hard-linked files with a finding that counts for each name, by their first name
 */
public record VisibleFindings(CountedTree files, List<Found> found, Map<String, List<FileEntry>> names) {

    public VisibleFindings {
        found = List.copyOf(found);
        names = Map.copyOf(names);
    }

    /** Passes on the findings of one type, each with its file. */
    public <F extends Finding> void forEach(Class<F> type, BiConsumer<FileEntry, F> action) {
        for (Found one : this.found) {
            if (type.isInstance(one.finding())) {
                action.accept(one.file(), type.cast(one.finding()));
            }
        }
    }

    /**
     * Passes on the findings of one type, each once for each name of its file under which the reader expects the file.
     */
    public <F extends Finding> void forEachName(Class<F> type, BiConsumer<FileEntry, F> action) {
        forEach(type, (file, finding) -> names(file).forEach(name -> action.accept(name, finding)));
    }

    private List<FileEntry> names(FileEntry file) {
        return this.names.getOrDefault(file.path(), List.of(file));
    }

    /** The findings of one type by the path of their file. The last finding of a file counts. */
    public <F extends Finding> Map<String, F> byPath(Class<F> type) {
        Map<String, F> findings = new HashMap<>();
        forEach(type, (file, finding) -> findings.put(file.path(), finding));
        return findings;
    }

    /** The files that a collector could not read. */
    public List<Unread> unread() {
        return this.found.stream()
                .filter(one -> one.finding() instanceof NotRead)
                .map(one -> unread(names(one.file()).getFirst(), (NotRead) one.finding()))
                .toList();
    }

    private static Unread unread(FileEntry file, NotRead reason) {
        return new Unread(reason.subject(), file.path(), reason.because(), file.layer());
    }
}
