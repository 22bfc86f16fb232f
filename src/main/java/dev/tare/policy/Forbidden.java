package dev.tare.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.license.License;
import dev.tare.ecosystem.license.Licenses;
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

    /** Steps of all paths in one image, which take about ten to thirty seconds. */
    private static final long PATH_STEPS = 2_000_000_000L;

    public Forbidden {
        packages = List.copyOf(packages);
        paths = List.copyOf(paths);
        licenses = List.copyOf(licenses);
    }

    /** One finding for each pattern. */
    public List<Finding> judge(Inspection image) {
        return judge(image, PATH_STEPS);
    }

    /** @param pathSteps the most steps that all paths together may take, as {@link PathPattern.Steps} counts them */
    List<Finding> judge(Inspection image, long pathSteps) {
        List<Finding> findings = new ArrayList<>();
        for (NamePattern pattern : this.packages) {
            findings.add(finding("forbidden-package", pattern.text(), image, installed(image)
                    .filter(one -> one.names().anyMatch(pattern::matches))));
        }
        if (!this.paths.isEmpty()) {
            findings.addAll(new PathSearch(this.paths, most(), pathSteps).in(image));
        }
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

    private Finding finding(String rule, String pattern, Inspection image, Stream<Item> matches) {
        List<Item> all = matches.distinct().toList();
        boolean unread = image.software().leavesUnread(Subject.OS_PACKAGES, Subject.LANGUAGE_PACKAGE, Subject.JAR);
        Verdict verdict = !all.isEmpty() ? Verdict.FAIL : unread ? Verdict.UNKNOWN : Verdict.PASS;
        return new Finding(rule, pattern, verdict, all.size(), all.stream().limit(most()).map(Item::toMatch).toList(),
                verdict != Verdict.UNKNOWN ? null
                        : image.image().name() + " has packages that could not be read, so a match is unknown.");
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
                        .map(one -> new Item(one.name(), null, one.version(), null, one.layer(), one.licenses())),
                Stream.concat(software.languagePackages().stream(), software.bundledPackages().stream())
                        .map(one -> new Item(one.name(), null, one.version(), one.path(), one.layer(),
                                one.licenses())),
                software.jars()
                        .stream()
                        .flatMap(jar -> Stream.concat(
                                Stream.of(new Item(jar.library(), jar.artifactId(), jar.version(), jar.path(),
                                        jar.layer(), jar.licenses())),
                                jar.libraries()
                                        .stream()
                                        .map(one -> new Item(one.library(), one.artifactId(), one.version(),
                                                jar.path(), jar.layer(), Licenses.NONE)))))
                .flatMap(one -> one);
    }

    /**
     * The finding of one pattern on one image.
     *
     * @param rule    {@code forbidden-package}, {@code forbidden-path} or {@code forbidden-license}
     * @param verdict UNKNOWN if nothing matches, but a part of the image could not be searched
     * @param total   number of all matches
     * @param matches the first of them
     * @param doubt   a sentence about the part of the image that could not be searched; {@code null} if all of it was searched
     */
    public record Finding(String rule, String pattern, Verdict verdict, long total, List<Match> matches,
            @Nullable String doubt) {

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
     * @param deleted whether a later layer deletes it
     */
    public record Match(String name, @Nullable String path, int layer, boolean deleted) {}

    /** @param artifact of a Java library; otherwise {@code null} */
    private record Item(String name, @Nullable String artifact, @Nullable String version, @Nullable String path,
            int layer, Licenses licenses) {

        /** The forms that a pattern may have. */
        Stream<String> names() {
            return Stream.of(this.name, this.artifact)
                    .filter(Objects::nonNull)
                    .flatMap(one -> Stream.of(one, one + "@" + (this.version == null ? "" : this.version)));
        }

        Match toMatch() {
            return new Match(
                    this.version == null || this.version.isEmpty() ? this.name : this.name + " " + this.version,
                    this.path, this.layer, false);
        }
    }
}
