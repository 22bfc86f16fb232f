package dev.tare.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import dev.tare.filetree.DeletedNames;
import dev.tare.filetree.FileTree;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Forbidden.Finding;
import dev.tare.policy.Forbidden.Match;
import dev.tare.policy.check.Verdict;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paths of one image that patterns forbid. It passes once over the files for all patterns, and then over the paths
 * that later layers delete. Everyone who pulls the image gets both. An image with very many or long paths ends the search early.
 */
final class PathSearch {

    /** In characters, in a sentence. */
    private static final int LONGEST_PATH = 200;

    private final List<PathPattern> patterns;

    private final int most;

    private final long allowed;

    private final PathPattern.Steps steps;

    private final long[] totals;

    private final List<List<Match>> matches;

    /** The first path that was not compared. */
    private @Nullable String end;

    /**
     * @param most    the greatest number of matches of a pattern to list
     * @param allowed the most steps of all patterns together
     */
    PathSearch(List<PathPattern> patterns, int most, long allowed) {
        this.patterns = patterns;
        this.most = most;
        this.allowed = allowed;
        this.steps = new PathPattern.Steps(allowed);
        this.totals = new long[patterns.size()];
        this.matches = patterns.stream().<List<Match>>map(_ -> new ArrayList<>()).toList();
    }

    /** One finding for each pattern. */
    List<Finding> in(Inspection image) {
        FileTree files = image.files();
        for (int file = 0; file < files.size() && this.end == null; file++) {
            match(files.path(file), files.layer(file), false);
        }
        if (this.end == null) {
            deleted(image).forEach((path, layer) -> match(path, layer, true));
        }
        String doubt = this.end == null ? null : doubt(image.image().name(), this.end);
        return IntStream.range(0, this.totals.length)
                .mapToObj(i -> new Finding("forbidden-path", this.patterns.get(i).text(), verdict(this.totals[i]),
                        this.totals[i], this.matches.get(i), doubt))
                .toList();
    }

    private void match(String path, int layer, boolean deleted) {
        String whole = "/" + path;
        if (!this.steps.areLeft()) {
            this.end = this.end == null ? whole : this.end;
            return;
        }
        for (int i = 0; i < this.totals.length; i++) {
            if (this.patterns.get(i).matches(whole, this.steps) && this.totals[i]++ < this.most) {
                this.matches.get(i).add(new Match(whole, path, layer, deleted));
            }
        }
    }

    /** The deleted paths, each with the lowest layer that has it. */
    private static SortedMap<String, Integer> deleted(Inspection image) {
        SortedMap<String, Integer> layers = new TreeMap<>();
        DeletedNames deleted = image.deleted();
        for (int row = 0; row < deleted.size(); row++) {
            layers.merge(deleted.path(row), deleted.layer(row), Math::min);
        }
        return layers;
    }

    private Verdict verdict(long total) {
        return total > 0 ? Verdict.FAIL : this.end == null ? Verdict.PASS : Verdict.UNKNOWN;
    }

    private String doubt(String image, String path) {
        return "The search for all forbidden paths in %s ended at %s after %s steps, so further matches are unknown. "
                .formatted(image, path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…",
                        Counts.of(this.allowed))
                + "Forbid fewer paths, or begin each one with its folder.";
    }
}
