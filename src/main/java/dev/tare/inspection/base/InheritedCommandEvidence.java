package dev.tare.inspection.base;

import java.util.List;

import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * A base image usually ends by setting its command, which creates no layer. So if steps that create layers follow a
 * command, and the command was replaced since, a base ends there. Of several, the last one is the base of the final
 * build. If the image still has the command, it is evidence only if there is no other, because a build may set its own
 * command before it copies its files.
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
                ? known(kept.getLast(), "which the image still has, ")
                : new BaseBoundary.Unknown(because(kept, end));
    }

    private static BaseBoundary known(CommandStep end, String more) {
        return new BaseBoundary.Known(end.layers(),
                "The history has a command set here, " + end.shown() + ", " + more + "and then further layers.");
    }

    private static String because(List<CommandStep> kept, @Nullable CommandStep end) {
        return "The image still has a command that the history sets below further layers, "
                + kept.stream().map(InheritedCommandEvidence::placed).collect(joining(" and "))
                + ", so its base or its build may have set it."
                + (end == null ? "" : " A base also ended at " + placed(end) + ".");
    }

    private static String placed(CommandStep step) {
        return step.shown() + (step.layers() == 0 ? " below all layers" : " above layer " + (step.layers() - 1));
    }
}
