package dev.tare.report;

import java.util.List;
import java.util.Locale;

import dev.tare.archive.tar.EntryType;
import dev.tare.comparison.file.Aspect;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Says what is different about a path, with what it was and what it is now where that is short. */
public final class AspectText {

    private AspectText() {}

    /**
     * {@code content, mode 0644 -> 0755}, or nothing if nothing is different.
     *
     * @param arrow between before and after
     */
    public static String of(List<Aspect> aspects, @Nullable FileStateReport from, @Nullable FileStateReport to,
            String arrow) {
        return aspects.stream()
                .map(aspect -> from == null || to == null ? word(aspect)
                        : word(aspect) + values(aspect, from, to, arrow))
                .collect(joining(", "));
    }

    /** The aspect in lower case. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String values(Aspect aspect, FileStateReport from, FileStateReport to, String arrow) {
        return switch (aspect) {
            case TYPE -> between(word(from.type()), word(to.type()), arrow);
            case SIZE -> from.type() == EntryType.FILE && to.type() == EntryType.FILE
                    ? between(HumanSize.of(from.sizeBytes()), HumanSize.of(to.sizeBytes()), arrow)
                    : "";
            case MODE -> between(from.mode(), to.mode(), arrow);
            case OWNER -> between(from.owner(), to.owner(), arrow);
            default -> "";
        };
    }

    private static String between(String from, String to, String arrow) {
        return from.equals(to) ? "" : " " + from + " " + arrow + " " + to;
    }
}
