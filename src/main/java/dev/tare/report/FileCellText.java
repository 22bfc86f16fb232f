package dev.tare.report;

import java.util.List;
import java.util.Optional;

import dev.tare.comparison.file.Aspect;
import org.jspecify.annotations.Nullable;

/** Says what an image has at a path that is not the same in all. */
public final class FileCellText {

    /** What stands beside the size if the images differ in it. */
    static final List<Aspect> BESIDE =
            List.of(Aspect.MODE, Aspect.OWNER, Aspect.CAPABILITIES, Aspect.EXTENDED_ATTRIBUTES);

    private FileCellText() {}

    /** Its size, or what it is. */
    static String size(@Nullable FileStateReport state) {
        if (state == null) {
            return "-";
        }
        return switch (state.type()) {
            case FILE, HARD_LINK -> HumanSize.of(state.sizeBytes());
            default -> AspectText.word(state.type());
        };
    }

    /** What it has of that in which the images differ, besides its content: {@code mode 0644}, {@code owner 0:0}. */
    public static List<String> others(FileMatrixRowReport row, FileStateReport state) {
        return BESIDE.stream()
                .filter(row.aspects()::contains)
                .map(aspect -> AspectText.word(aspect) + " " + value(aspect, state))
                .toList();
    }

    /** Its mode, owner, capabilities or other extended attributes. */
    static String value(Aspect aspect, @Nullable FileStateReport state) {
        if (state == null) {
            return "-";
        }
        return switch (aspect) {
            case MODE -> state.mode();
            case OWNER -> state.owner();
            case CAPABILITIES -> Optional.ofNullable(state.capabilities()).orElse("none");
            default -> state.otherXattrs().isEmpty() ? "none" : String.join(" ", state.otherXattrs());
        };
    }
}
