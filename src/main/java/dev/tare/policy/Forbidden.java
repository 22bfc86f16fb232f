package dev.tare.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.license.License;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.filetree.FileTree;
import dev.tare.inspection.Inspection;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What images must not contain.
 *
 * @param packages of operating systems and languages, and libraries; {@code NAME} or {@code NAME@VERSION}
 * @param licenses SPDX identifiers, or texts of packages
 */
public record Forbidden(List<NamePattern> packages, List<PathPattern> paths, List<NamePattern> licenses) {

    /** Nothing. */
    public static final Forbidden NOTHING = new Forbidden(List.of(), List.of(), List.of());

    /** The greatest number of matches that a finding lists, and that all findings on an image list. */
    private static final int MOST = 100;

    private static final int MOST_IN_ALL = 2_000;

    public Forbidden {
        packages = List.copyOf(packages);
        paths = List.copyOf(paths);
        licenses = List.copyOf(licenses);
    }

    /** One finding for each pattern. */
    public List<Finding> judge(Inspection image) {
        List<Finding> findings = new ArrayList<>();
        for (NamePattern pattern : this.packages) {
            findings.add(finding("forbidden-package", pattern.text(), image, installed(image)
                    .filter(one -> pattern.matches(one.name) || pattern.matches(one.name + "@" + one.version))));
        }
        findings.addAll(paths(image.files()));
        for (NamePattern pattern : this.licenses) {
            findings.add(finding("forbidden-license", pattern.text(), image,
                    installed(image).filter(one -> one.licenses.list().stream().anyMatch(isForbidden(pattern)))));
        }
        return findings;
    }

    private static Predicate<License> isForbidden(NamePattern pattern) {
        return license -> license.isSpdx() ? LicenseChoice.requires(license.text(), pattern::matches)
                : pattern.matches(license.text());
    }

    /** One pass over the files for all patterns. */
    private List<Finding> paths(FileTree files) {
        long[] totals = new long[this.paths.size()];
        List<List<Match>> matches = this.paths.stream().<List<Match>>map(_ -> new ArrayList<>()).toList();
        for (int file = 0; file < files.size(); file++) {
            String path = files.path(file);
            for (int i = 0; i < totals.length; i++) {
                if (this.paths.get(i).matches(path) && totals[i]++ < most()) {
                    matches.get(i).add(new Match("/" + path, path, files.layer(file)));
                }
            }
        }
        return IntStream.range(0, totals.length)
                .mapToObj(i -> new Finding("forbidden-path", this.paths.get(i).text(),
                        totals[i] == 0 ? Verdict.PASS : Verdict.FAIL, totals[i], matches.get(i)))
                .toList();
    }

    private Finding finding(String rule, String pattern, Inspection image, Stream<Item> matches) {
        List<Item> all = matches.distinct().toList();
        boolean unread = image.software().leavesUnread(Subject.OS_PACKAGES, Subject.LANGUAGE_PACKAGE, Subject.JAR);
        Verdict verdict = !all.isEmpty() ? Verdict.FAIL : unread ? Verdict.UNKNOWN : Verdict.PASS;
        return new Finding(rule, pattern, verdict, all.size(), all.stream().limit(most()).map(Item::toMatch).toList());
    }

    private int most() {
        int patterns = this.packages.size() + this.paths.size() + this.licenses.size();
        return Math.max(1, Math.min(MOST, MOST_IN_ALL / Math.max(1, patterns)));
    }

    private static Stream<Item> installed(Inspection image) {
        Inspection.Software software = image.software();
        return Stream.of(
                software.packages()
                        .stream()
                        .map(one -> new Item(one.name(), one.version(), null, one.layer(), one.licenses())),
                Stream.concat(software.languagePackages().stream(), software.bundledPackages().stream())
                        .map(one -> new Item(one.name(), one.version() == null ? "" : one.version(), one.path(),
                                one.layer(), one.licenses())),
                software.jars()
                        .stream()
                        .map(jar -> new Item(jar.library(), jar.version() == null ? "" : jar.version(), jar.path(),
                                jar.layer(), jar.licenses())))
                .flatMap(one -> one);
    }

    /**
     * The finding of one pattern on one image.
     *
     * @param rule    {@code forbidden-package}, {@code forbidden-path} or {@code forbidden-license}
     * @param verdict UNKNOWN if nothing matches, but some packages could not be read
     * @param total   number of all matches
     * @param matches the first of them
     */
    public record Finding(String rule, String pattern, Verdict verdict, long total, List<Match> matches) {

        public Finding {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Something forbidden.
     *
     * @param name  of a package with its version, or a path with a leading slash
     * @param path  of the file with it, without a leading slash; {@code null} if a database of packages lists it
     * @param layer index of the layer that added it
     */
    public record Match(String name, @Nullable String path, int layer) {}

    private record Item(String name, String version, @Nullable String path, int layer, Licenses licenses) {

        Match toMatch() {
            return new Match(this.version.isEmpty() ? this.name : this.name + " " + this.version, this.path,
                    this.layer);
        }
    }
}
