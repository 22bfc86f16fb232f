package dev.tare.inspection;

import java.util.List;
import java.util.regex.Pattern;

import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.secret.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * A base image mostly ends by setting its command, which makes no layer. So where a command is followed by steps that
 * make layers, a base ended; of several, the last is the base that the build itself named.
 */
final class InheritedCommandEvidence implements BaseEvidence {

    /** As Docker writes it, with and without BuildKit. */
    private static final Pattern COMMAND = Pattern.compile("(?:/bin/sh -c #\\(nop\\)\\s+)?(?:CMD|ENTRYPOINT)\\s.*",
            Pattern.DOTALL);

    private static final int SHOWN = 80;

    @Override
    public BaseBoundary.@Nullable Known find(Image image) {
        List<HistoryEntry> history = image.config().history();
        int layers = image.config().layerHistory().size();
        if (layers != image.layers().size()) {
            return null;
        }
        int above = 0;
        for (HistoryEntry step : history.reversed()) {
            if (!step.emptyLayer()) {
                above++;
            } else if (above > 0 && isCommand(step)) {
                return new BaseBoundary.Known(layers - above, "The history has a command set here, \""
                        + shortened(step.createdBy()) + "\", and then further layers.");
            }
        }
        return null;
    }

    private static boolean isCommand(HistoryEntry step) {
        String createdBy = step.createdBy();
        return createdBy != null && COMMAND.matcher(createdBy).matches();
    }

    private static String shortened(@Nullable String command) {
        String text = Redaction.text(String.valueOf(command));
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
