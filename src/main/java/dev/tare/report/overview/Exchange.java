package dev.tare.report.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.policy.check.Verdict;
import dev.tare.report.CheckReport;
import dev.tare.report.ImageReport;
import dev.tare.report.SecurityReport;
import dev.tare.report.SecurityReport.Surface;
import dev.tare.report.SecurityReport.SurfacePath;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import dev.tare.report.overview.Waterfall.Step;

/**
 * The consequences of using one image instead of another.
 *
 * @param lost    kinds of programs and content that only the first image has
 * @param gained  kinds of programs and content that only the second image has, and its savings
 * @param kept    what programs may need, and both images have. Java has its own TLS, which
 *                needs CA certificates.
 * @param passed  titles of the checks that fail in the first image and not in the second
 * @param failed  titles of the checks that fail in the second image and not in the first
 * @param failing titles of the checks that fail in both
 */
public record Exchange(List<Line> lost, List<Line> gained, List<String> kept, List<String> passed, List<String> failed,
        List<String> failing) {

    /** Names of a kind of program. */
    private static final int NAMES = 4;

    /** Items of content besides kinds of programs. */
    private static final int STEPS = 4;

    public Exchange {
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
        kept = List.copyOf(kept);
        passed = List.copyOf(passed);
        failed = List.copyOf(failed);
        failing = List.copyOf(failing);
    }

    static Exchange between(ImageReport from, ImageReport to, Waterfall waterfall) {
        return new Exchange(only(from, to, waterfall, true), only(to, from, waterfall, false),
                kept(from, to, waterfall), checks(from, to, true, false), checks(from, to, false, true),
                checks(from, to, true, true));
    }

    private static List<String> kept(ImageReport from, ImageReport to, Waterfall waterfall) {
        List<Surface> before = from.security().surface();
        List<Surface> after = to.security().surface();
        boolean known = from.security().surfaceNotExaminedBecause() == null
                && to.security().surfaceNotExaminedBecause() == null;
        Stream<String> files = IntStream.range(0, known ? before.size() : 0)
                .filter(at -> before.get(at).runtimeFiles() && !before.get(at).paths().empty()
                        && !after.get(at).paths().empty())
                .mapToObj(at -> (isSmaller(before.get(at), waterfall) ? "some " : "") + before.get(at).title());
        List<String> kept = new ArrayList<>(files.toList());
        boolean java = !from.contents().java().runtimes().isEmpty() && !to.contents().java().runtimes().isEmpty();
        if (java && kept.contains(SurfaceKind.CA_CERTIFICATES.title())) {
            kept.add("Java's own TLS");
        }
        return kept;
    }

    /** Whether at least a tenth of the bytes is gone. */
    private static boolean isSmaller(Surface kind, Waterfall waterfall) {
        return waterfall.changed()
                .stream()
                .anyMatch(step -> step.after() * 10 <= step.before() * 9
                        && step.title().toLowerCase(Locale.ROOT).startsWith(kind.title()));
    }

    /** The content of the first image that the second does not have. */
    private static List<Line> only(ImageReport image, ImageReport other, Waterfall waterfall, boolean before) {
        List<Surface> kinds = kinds(image.security(), other.security());
        List<Line> items = new ArrayList<>(kinds.stream().map(Exchange::item).toList());
        waterfall.changed()
                .stream()
                .filter(step -> step.chapter() == Chapter.OS_PACKAGES
                        && (before ? step.after() == 0 && step.before() > 0 : step.before() == 0))
                .filter(step -> kinds.stream().noneMatch(kind -> covers(kind, step)))
                .limit(STEPS)
                .map(Exchange::item)
                .forEach(items::add);
        if (!before) {
            items.addAll(savings(other, image));
        }
        return items;
    }

    /** The bytes and packages that a user of the second image neither pulls nor updates. */
    private static List<Line> savings(ImageReport from, ImageReport to) {
        List<Line> savings = new ArrayList<>();
        Long compressed = from.sizes().compressedBytes();
        Long less = to.sizes().compressedBytes();
        if (compressed != null && less != null && less < compressed) {
            savings.add(Line.of(new Value.Size(compressed - less, false), " less to download"));
        }
        long packages = from.contents().packages().total() - to.contents().packages().total();
        if (packages > 0 && to.contents().packages().total() > 0) {
            savings.add(Line.of(new Value.Count(packages), " fewer OS packages to update"));
        }
        return savings;
    }

    /** The kinds that only the first image has. Checks report the ones that are only a risk. */
    private static List<Surface> kinds(SecurityReport security, SecurityReport other) {
        if (security.surfaceNotExaminedBecause() != null || other.surfaceNotExaminedBecause() != null) {
            return List.of();
        }
        return IntStream.range(0, security.surface().size())
                .filter(at -> !security.surface().get(at).paths().empty() && other.surface().get(at).paths().empty())
                .mapToObj(security.surface()::get)
                .filter(kind -> kind.runtimeFiles() || kind.kind().compareTo(SurfaceKind.COMPILER) <= 0)
                .toList();
    }

    /** Whether a kind already names the programs of a step, such as the shells or Perl. */
    private static boolean covers(Surface kind, Step step) {
        String title = step.title().toLowerCase(Locale.ROOT);
        boolean named = title.startsWith(kind.title()) || (title + "s").equals(kind.title());
        return (named && !title.endsWith("libraries"))
                || kind.paths().items().stream().anyMatch(path -> name(path).equals(title));
    }

    private static String name(SurfacePath path) {
        return path.path().substring(path.path().lastIndexOf('/') + 1);
    }

    static Line item(Surface kind) {
        List<Line> names = kind.paths()
                .items()
                .stream()
                .map(Exchange::name)
                .distinct()
                .limit(NAMES)
                .map(name -> Line.of(new Value.Code(name)))
                .toList();
        return Line.of(kind.title(), " (", Line.joined(names, ", "), kind.paths().total() > names.size() ? ", …" : null,
                ")");
    }

    private static Line item(Step step) {
        return Line.of(step.words(), " (", new Value.Size(Math.max(step.before(), step.after()), false), ")");
    }

    private static List<String> checks(ImageReport from, ImageReport to, boolean before, boolean after) {
        return Stream.iterate(0, at -> at < from.checks().size(), at -> at + 1)
                .filter(at -> fails(from.checks().get(at)) == before && fails(to.checks().get(at)) == after)
                .map(at -> from.checks().get(at).title())
                .toList();
    }

    static boolean fails(CheckReport check) {
        return check.verdict() == Verdict.FAIL && check.waivedBecause() == null;
    }
}
