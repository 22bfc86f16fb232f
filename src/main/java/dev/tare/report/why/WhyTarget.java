package dev.tare.report.why;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.OsPackage;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Ownership;
import dev.tare.inspection.ledger.Rules;
import dev.tare.report.why.WhyReport.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the name in a question stands for. A text with a leading slash is a path. Another one is a package first, then a path,
 * then a library or another owner.
 *
 * @param name      for people; a path has a leading slash
 * @param requested the path of a link that leads to the file, or {@code null}
 * @param files     indexes of its files with content; of a single file also without
 * @param owner     without a version; {@code null} if owners do not matter
 */
record WhyTarget(Kind kind, String name, @Nullable String requested, BitSet files, @Nullable Ownership owner) {

    /** The ways in which a name stands for an owner, the most exact one first. */
    private static final List<BiPredicate<Ownership, String>> MATCHES =
            List.of((owner, text) -> owner.fullName().equals(text), (owner, text) -> owner.owner().equals(text),
                    (owner, text) -> owner.owner().endsWith(":" + text));

    private WhyTarget(Kind kind, String name, @Nullable String requested, BitSet files) {
        this(kind, name, requested, files, null);
    }

    /**
     * Finds what a name stands for.
     *
     * @throws UnknownNameException   if the image has nothing of this name
     * @throws AmbiguousNameException if several owners have this name
     */
    static WhyTarget of(String text, Inspection inspection, Rules rules) {
        String path = path(text);
        boolean isPath = text.startsWith("/");
        WhyTarget found = isPath ? null : packageNamed(text, inspection);
        found = found == null ? at(path, inspection.files()) : found;
        found = found == null && !isPath ? owner(text, inspection.files(), rules) : found;
        if (found == null) {
            throw new UnknownNameException(text, near(text, path, inspection, rules));
        }
        return found;
    }

    /** Whether the bytes of an owner count. Files with a library can contain others. */
    boolean hasOwner(Ownership other) {
        return this.owner == null || other.ofAnyVersion().equals(this.owner);
    }

    private static @Nullable WhyTarget packageNamed(String text, Inspection inspection) {
        FileTree files = inspection.files();
        return inspection.software()
                .packages()
                .stream()
                .filter(one -> isNamed(one, text))
                .findFirst()
                .map(one -> new WhyTarget(Kind.PACKAGE, one.name(), null, all(files,
                        index -> one.name().equals(inspection.software().owners().ownerOf(files, index)))))
                .orElse(null);
    }

    private static boolean isNamed(OsPackage one, String text) {
        return one.name().equals(text) || text.equals(one.name() + ":" + one.architecture());
    }

    private static @Nullable WhyTarget at(String path, FileTree files) {
        FileEntry entry = path.isEmpty() ? null : files.resolve(path);
        if (path.isEmpty() || (entry != null && entry.isDirectory())) {
            String folder = entry == null ? "" : entry.path() + "/";
            return new WhyTarget(Kind.FOLDER, "/" + (entry == null ? "" : entry.path()), linked(path, folder),
                    all(files, index -> files.path(index).startsWith(folder)));
        }
        if (entry == null) {
            return null;
        }
        String file = entry.sameFileAs() == null ? entry.path() : entry.sameFileAs();
        BitSet one = new BitSet();
        one.set(files.indexOf(file));
        return new WhyTarget(Kind.FILE, "/" + file, linked(path, file), one);
    }

    private static @Nullable String linked(String path, String found) {
        return path.equals(found) || found.equals(path + "/") || path.isEmpty() ? null : "/" + path;
    }

    /** The owner of a name, or of an artifact without its group. */
    private static @Nullable WhyTarget owner(String text, FileTree files, Rules rules) {
        Set<Ownership> named = IntStream.range(0, files.size())
                .filter(files::holdsBytes)
                .boxed()
                .flatMap(index -> owners(index, rules))
                .filter(owner -> MATCHES.stream().anyMatch(match -> match.test(owner, text)))
                .collect(Collectors.toSet());
        List<Ownership> best = MATCHES.stream()
                .map(match -> named.stream().filter(owner -> match.test(owner, text)).toList())
                .filter(owners -> !owners.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (best.size() > 1) {
            throw new AmbiguousNameException(text, best.stream().map(Ownership::fullName).sorted().toList());
        }
        return best.stream()
                .map(owner -> new WhyTarget(Kind.OWNER, owner.owner(), null,
                        all(files, index -> owners(index, rules).anyMatch(owner::equals)), owner))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Ownership> owners(int index, Rules rules) {
        return rules.sharesOf(index).stream().map(share -> share.owner().ofAnyVersion());
    }

    private static BitSet all(FileTree files, IntPredicate condition) {
        return IntStream.range(0, files.size())
                .filter(files::holdsBytes)
                .filter(condition)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static String path(String text) {
        String path = text.startsWith("/") ? text.substring(1) : text;
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static List<String> near(String text, String path, Inspection inspection, Rules rules) {
        FileTree files = inspection.files();
        NearNames near = new NearNames(path.contains("/") ? FilePaths.name(path) : text.replace("/", ""));
        if (!text.startsWith("/")) {
            inspection.software().packages().forEach(one -> near.add(one.name(), one.name()));
            IntStream.range(0, files.size())
                    .filter(files::holdsBytes)
                    .mapToObj(rules::of)
                    .forEach(owner -> near
                            .add(owner.owner().substring(owner.owner().lastIndexOf(':') + 1), owner.owner()));
        }
        if (text.contains("/")) {
            String folder = FilePaths.parent(path);
            String name = FilePaths.name(path);
            for (int index = 0; index < files.size(); index++) {
                String other = files.path(index);
                if (FilePaths.isNamed(other, name) || FilePaths.parent(other).equals(folder)) {
                    near.add(FilePaths.name(other), "/" + other);
                }
            }
        }
        return near.list();
    }
}
