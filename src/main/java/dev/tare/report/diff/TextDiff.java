package dev.tare.report.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.Aspect;
import dev.tare.comparison.file.FileChange;
import dev.tare.comparison.file.FileDifference;
import dev.tare.filetree.FileEntry;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.SecretPlace;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.Progress;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toSet;

/**
 * The differences between the text files of two images, in the unified format of {@code diff -u}. Files with secrets, large
 * files and other files than text are only named, with the reason. In all other files, values that may be secret are
 * masked, and invisible characters are escaped.
 */
public final class TextDiff {

    private final Inspection from;

    private final Inspection to;

    private final List<FileChange> changes;

    private TextDiff(Inspection from, Inspection to, List<FileChange> changes) {
        this.from = from;
        this.to = to;
        this.changes = changes;
    }

    /**
     * Finds the files that differ.
     *
     * @param paths  selects paths without a leading slash
     * @param absent whether files that only one image has are compared with an empty file. A moved file is then compared
     *               in this way at both of its paths.
     */
    public static TextDiff between(Inspection from, Inspection to, Predicate<String> paths, boolean absent) {
        FileDifference difference = FileDifference.between(from.files(), to.files());
        Stream<FileChange> moves = difference.moves()
                .stream()
                .flatMap(moved -> Stream.of(
                        new FileChange(moved.from().path(), Change.REMOVED, Set.of(), moved.from(), null),
                        new FileChange(moved.to().path(), Change.ADDED, Set.of(), null, moved.to())));
        return new TextDiff(from, to, Stream.concat(difference.changes().stream(), moves)
                .filter(change -> isFile(change.from()) && isFile(change.to()))
                .filter(change -> change.change() == Change.MODIFIED ? change.aspects().contains(Aspect.CONTENT)
                        : absent)
                .filter(change -> paths.test(change.path()))
                .sorted(Comparator.comparing(FileChange::path))
                .toList());
    }

    private static boolean isFile(@Nullable FileEntry entry) {
        return entry == null || entry.isFile();
    }

    /** Whether no file differs. */
    public boolean isEmpty() {
        return this.changes.isEmpty();
    }

    /**
     * Reads the texts of the first image again.
     *
     * @return the texts by the digests of their contents
     * @throws dev.tare.image.InvalidImageException if the source is not one complete, consistent image
     * @throws java.io.UncheckedIOException         if it cannot be read at all
     */
    public Map<Digest, FileText> readFrom(ImageSource source, Limits limits) {
        return FileContents.read(source, this.from, files(FileChange::from), limits, new Progress());
    }

    /** Reads the texts of the second image again, as {@link #readFrom} does. */
    public Map<Digest, FileText> readTo(ImageSource source, Limits limits) {
        return FileContents.read(source, this.to, files(FileChange::to), limits, new Progress());
    }

    private Collection<FileEntry> files(Function<FileChange, @Nullable FileEntry> side) {
        List<FileEntry> files = new ArrayList<>();
        for (FileChange change : this.changes) {
            FileEntry file = side.apply(change);
            if (file != null && omissionOf(change) == null) {
                files.add(file);
            }
        }
        return files;
    }

    /**
     * Writes at most 64 KiB.
     *
     * @param before  texts of the first image
     * @param after   texts of the second image
     * @param context number of equal lines around each change
     */
    public String write(Map<Digest, FileText> before, Map<Digest, FileText> after, int context) {
        DiffWriter writer = new DiffWriter(context);
        Set<String> paths = secretPaths(this.from);
        paths.addAll(secretPaths(this.to));
        Set<Digest> contents = new HashSet<>();
        for (String path : paths) {
            addContent(this.from.files().get(path), contents);
            addContent(this.to.files().get(path), contents);
        }
        for (FileChange change : this.changes) {
            FileText one = text(change.from(), before);
            FileText other = text(change.to(), after);
            boolean secret = paths.contains(change.path()) || isOneOf(contents, change.from())
                    || isOneOf(contents, change.to());
            Omission omission = secret ? Omission.SECRET : omissionOf(change);
            omission = omission == null ? one.omission() : omission;
            omission = omission == null ? other.omission() : omission;
            if (omission == null) {
                writer.compare(change, one, other);
            } else {
                writer.omit(change.path(), omission);
            }
        }
        return writer.finish();
    }

    private static void addContent(@Nullable FileEntry file, Set<Digest> contents) {
        if (file != null && file.content() != null && file.size() > 0) {
            contents.add(file.content());
        }
    }

    /** Whether a file has the content of a secret at another path. */
    private static boolean isOneOf(Set<Digest> secrets, @Nullable FileEntry file) {
        return file != null && file.content() != null && secrets.contains(file.content());
    }

    private static FileText text(@Nullable FileEntry file, Map<Digest, FileText> texts) {
        return file == null ? FileText.ABSENT
                : Objects.requireNonNullElse(texts.get(file.content()), FileText.UNREADABLE);
    }

    /** Contents are also scanned while they are read, because an inspection lists only some of many secrets. */
    private static Set<String> secretPaths(Inspection inspection) {
        return inspection.secrets()
                .items()
                .stream()
                .map(secret -> secret.place() instanceof SecretPlace.File file ? file.path() : "")
                .collect(toSet());
    }

    private static @Nullable Omission omissionOf(FileChange change) {
        boolean large = isLarge(change.from()) || isLarge(change.to());
        return large ? Omission.LARGE : null;
    }

    private static boolean isLarge(@Nullable FileEntry file) {
        return file != null && file.size() > FileContents.MOST_FILE;
    }
}
