package dev.tare.inspection.base;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * The traces of a base image in the history. A base image usually sets its command last, and is older than the build. So
 * a base image likely ends at a command below further layers, or at a clear gap in time. Neither proves that the whole
 * base image ends there:
 *
 * <ul>
 * <li>Many base images set no command. Then the command is that of their own base image.
 * <li>A build may set a command twice, or before its last layers.
 * <li>A build may reuse steps of an earlier build, which are older than its other steps.
 * </ul>
 *
 * So a place counts that has both a command and a gap, or else the lowest place with one of them.
 *
 * @param layers   the number of layers below the boundary
 * @param sentence the evidence
 */
record LikelyBase(int layers, String sentence) {

    /** Returns the likely boundary, or {@code null} without a trace. */
    static @Nullable LikelyBase find(BaseFacts facts) {
        if (!facts.historyFits()) {
            return null;
        }
        List<CommandStep> commands = CommandStep.of(facts.image().config(), facts.masked().config())
                .stream()
                .filter(step -> step.layers() > 0 && step.layers() < facts.layers())
                .toList();
        List<HistoryGap> gaps = HistoryGap.of(facts.history());
        int place = place(commands, gaps, HistoryGap.areTimesRecorded(facts.history()));
        return place == 0 ? null : new LikelyBase(place, sentence(place, commands, gaps));
    }

    private static int place(List<CommandStep> commands, List<HistoryGap> gaps, boolean timesRecorded) {
        TreeSet<Integer> both = new TreeSet<>(commands.stream().map(CommandStep::layers).toList());
        both.retainAll(gaps.stream().map(HistoryGap::layers).toList());
        if (!both.isEmpty()) {
            return both.last();
        }
        OptionalInt lowest = Stream.concat(commands.stream().filter(step -> !step.kept()).map(CommandStep::layers),
                gaps.stream().map(HistoryGap::layers)).mapToInt(Integer::intValue).min();
        return lowest.isPresent() || timesRecorded ? lowest.orElse(0) : ofKept(commands);
    }

    /** A command that the image still has may also be the build's own. Several cannot all be inherited. */
    private static int ofKept(List<CommandStep> commands) {
        List<Integer> places = commands.stream().map(CommandStep::layers).distinct().toList();
        return places.size() == 1 ? places.getFirst() : 0;
    }

    private static String sentence(int place, List<CommandStep> commands, List<HistoryGap> gaps) {
        List<String> traces = new ArrayList<>();
        commands.stream()
                .filter(step -> step.layers() == place)
                .map(CommandStep::shown)
                .findFirst()
                .ifPresent(command -> traces.add("sets the command " + command));
        gaps.stream()
                .filter(gap -> gap.layers() == place)
                .map(gap -> gap.length().toDays())
                .findFirst()
                .ifPresent(days -> traces.add("has a gap of " + days + (days == 1 ? " day" : " days")));
        return "Above layer " + (place - 1) + ", the history " + traces.stream().collect(joining(" and "))
                + ". A base image likely ends there. Further layers may belong to the base image, too.";
    }
}
