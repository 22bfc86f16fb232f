package dev.tare.comparison.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.FileDifference.MovedFile;
import dev.tare.comparison.file.FileDifference.Tally;
import dev.tare.filetree.FileEntry;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/** Finds added and removed files with the same content, which were moved. Empty files do not count. */
final class Moves {

    /** The maximum number of files with the same content that are searched for the same name. */
    private static final int MOST_SEARCHED = 16;

    private final FileDifference files;

    private final Map<Digest, Deque<FileEntry>> removed = new HashMap<>();

    private final List<MovedFile> moved = new ArrayList<>();

    private final Set<String> gone = new HashSet<>();

    private Moves(FileDifference files) {
        this.files = files;
        for (FileChange change : files.changes()) {
            FileEntry file = change.from();
            if (change.change() == Change.REMOVED && file != null && canMove(file)) {
                this.removed.computeIfAbsent(content(file), content -> new ArrayDeque<>(1)).add(file);
            }
        }
    }

    static FileDifference find(FileDifference files) {
        if (files.added().paths() == 0 || files.removed().paths() == 0) {
            return files;
        }
        Moves moves = new Moves(files);
        moves.pair(true);
        moves.pair(false);
        return moves.moved.isEmpty() ? files : moves.difference();
    }

    /** Files with the same name are paired first. */
    private void pair(boolean sameName) {
        for (FileChange change : this.files.changes()) {
            FileEntry file = change.to();
            if (change.change() == Change.ADDED && file != null && canMove(file) && !this.gone.contains(file.path())) {
                FileEntry from = take(file, sameName);
                if (from != null) {
                    this.moved.add(new MovedFile(from, file, FileComparer.aspects(from, file)));
                    this.gone.add(from.path());
                    this.gone.add(file.path());
                }
            }
        }
    }

    private @Nullable FileEntry take(FileEntry file, boolean sameName) {
        Deque<FileEntry> candidates = this.removed.get(content(file));
        if (candidates == null) {
            return null;
        }
        if (!sameName) {
            return candidates.poll();
        }
        Iterator<FileEntry> next = candidates.iterator();
        for (int i = 0; i < MOST_SEARCHED && next.hasNext(); i++) {
            FileEntry candidate = next.next();
            if (candidate.fileName().equals(file.fileName())) {
                next.remove();
                return candidate;
            }
        }
        return null;
    }

    private FileDifference difference() {
        long bytes = this.moved.stream().mapToLong(file -> file.to().size()).sum();
        long paths = this.moved.size();
        return new FileDifference(this.files.added().minus(paths, 0, bytes),
                this.files.removed().minus(paths, bytes, 0), this.files.modified(), this.files.unmodified(),
                this.files.changes().stream().filter(change -> !this.gone.contains(change.path())).toList(),
                new Tally(paths, bytes, bytes), this.moved);
    }

    private static boolean canMove(FileEntry file) {
        return file.isFile() && file.size() > 0 && file.sameFileAs() == null;
    }

    private static Digest content(FileEntry file) {
        return Objects.requireNonNull(file.content());
    }
}
