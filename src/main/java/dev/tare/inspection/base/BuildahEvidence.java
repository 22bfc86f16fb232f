package dev.tare.inspection.base;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.HistoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * Buildah and Podman add the comment {@code FROM name} to the first step of each commit. With a layer for each step, some
 * versions add the ID of an intermediate image to the other steps. So the base image ends below the highest comment with
 * a name, if all steps above belong to the same build.
 *
 * @see <a href="https://github.com/containers/buildah/blob/v1.40.0/image.go">image.go of Buildah, which adds the
 *      comment</a>
 */
final class BuildahEvidence implements BaseEvidence {

    private static final Pattern FROM = Pattern.compile("(?:.* )?FROM (\\S+)", Pattern.DOTALL);

    /** The ID of an image, in full or shortened. */
    private static final Pattern ID = Pattern.compile("(?:sha256:)?(?:[0-9a-f]{12}|[0-9a-f]{64})");

    /** The steps of one build are not further apart, unless it reuses steps of an earlier build. */
    private static final Duration BUILD = Duration.ofDays(1);

    @Override
    public @Nullable BaseImage find(BaseFacts facts) {
        List<HistoryEntry> history = facts.history();
        int first = history.size() - 1;
        while (first >= 0 && !isNamed(history.get(first))) {
            first--;
        }
        if (first < 0 || !facts.historyFits() || !isOneBuild(history.subList(first, history.size()))) {
            return null;
        }
        int layers = (int) history.subList(0, first).stream().filter(step -> !step.emptyLayer()).count();
        String name = from(facts.maskedHistory().get(first));
        if (layers == 0 || name == null) {
            return null;
        }
        BaseImage.Reference reference = new BaseImage.Reference(name, null);
        return BaseImage.known(BaseGrade.STATED, layers, reference,
                "According to the history, Buildah built the image from " + reference + ".");
    }

    /** Whether a step is the first of a commit of Buildah. */
    static boolean isFrom(HistoryEntry step) {
        return from(step) != null;
    }

    private static boolean isNamed(HistoryEntry step) {
        String name = from(step);
        return name != null && !ID.matcher(name).matches();
    }

    private static @Nullable String from(HistoryEntry step) {
        String comment = step.comment();
        Matcher from = FROM.matcher(comment == null ? "" : comment);
        return from.matches() ? from.group(1) : null;
    }

    /**
     * Whether no other build follows. Another builder leaves other comments or authors. The classic builder of Docker
     * leaves none, but its steps are usually much later.
     */
    private static boolean isOneBuild(List<HistoryEntry> steps) {
        List<HistoryEntry> others = steps.subList(1, steps.size());
        if (others.stream().allMatch(step -> from(step) != null)) {
            return true;
        }
        String author = steps.getFirst().author();
        return others.stream()
                .allMatch(step -> isWithoutComment(step) && Objects.equals(step.author(), author))
                && !isInterrupted(steps);
    }

    private static boolean isWithoutComment(HistoryEntry step) {
        String comment = step.comment();
        String createdBy = step.createdBy();
        return (comment == null || comment.isEmpty()) && (createdBy == null || !createdBy.endsWith("# buildkit"));
    }

    /** Without a time, a step may be of any build. */
    private static boolean isInterrupted(List<HistoryEntry> steps) {
        Instant last = steps.getFirst().created();
        for (HistoryEntry step : steps) {
            Instant created = step.created();
            if (last == null || created == null || Duration.between(last, created).compareTo(BUILD) >= 0) {
                return true;
            }
            last = created;
        }
        return false;
    }
}
