package dev.tare.inspection.base;

import java.util.List;

import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * The last step of a base image usually sets its command, which creates no layer. So if a later step replaced a command
 * that layers follow, a base image ends at the command. If several end, the last one is the base image of the final
 * build. A command that the image still has is evidence only without any other, because a build may set its own command
 * before it copies its files.
 */
final class InheritedCommandEvidence implements BaseEvidence {

    @Override
    public @Nullable BaseBoundary find(Image image, Image masked) {
        int layers = image.config().layerHistory().size();
        if (layers != image.layers().size()) {
            return null;
        }
        List<CommandStep> steps =
                CommandStep.of(image.config(), masked.config())
                        .stream()
                        .filter(step -> step.layers() < layers)
                        .toList();
        List<CommandStep> replaced = steps.stream().filter(step -> !step.kept()).toList();
        CommandStep end = replaced.isEmpty() ? null : replaced.getLast();
        List<CommandStep> kept =
                steps.stream().filter(step -> end == null || step.layers() > end.layers()).toList();
        if (kept.isEmpty()) {
            return end == null ? null : known(end, "");
        }
        return end == null && kept.getFirst().layers() == kept.getLast().layers()
                ? known(kept.getLast(), " The image still has this command.")
                : new BaseBoundary.Unknown(because(kept, end));
    }

    private static BaseBoundary known(CommandStep end, String more) {
        return new BaseBoundary.Known(end.layers(),
                "The history sets a command before it adds further layers: " + end.shown() + "." + more);
    }

    private static String because(List<CommandStep> kept, @Nullable CommandStep end) {
        return "The history sets a command before it adds further layers: "
                + kept.stream().map(InheritedCommandEvidence::placed).collect(joining(" and "))
                + ". The image still has " + (kept.size() == 1 ? "this command" : "these commands")
                + ", so either the base image or the build may have set " + (kept.size() == 1 ? "it" : "them") + "."
                + (end == null ? "" : " Another base image ended at " + placed(end) + ".");
    }

    private static String placed(CommandStep step) {
        return step.shown() + (step.layers() == 0 ? " below all layers" : " above layer " + (step.layers() - 1));
    }
}
