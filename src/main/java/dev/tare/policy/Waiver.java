package dev.tare.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import dev.tare.image.InvalidValueException;
import dev.tare.policy.check.Checks;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * An exemption from a check, with its reason.
 *
 * @param check identifier of a check
 * @param reason a sentence; never blank, and without secrets, because every report shows it
 * @param expires the last day on which it applies, or {@code null} without an end
 */
public record Waiver(String check, String reason, @Nullable LocalDate expires) {

    /** In characters. Every report shows the reason. */
    private static final int MAX_REASON = 500;

    private static final String FORM = "ID=REASON, with a reason of 1 to " + MAX_REASON + " characters";

    public Waiver {
        if (!Checks.ids().contains(check)) {
            throw new InvalidValueException("waiver", check,
                    "the identifier of a check: " + String.join(", ", Checks.ids()));
        }
        if (reason.isBlank() || writtenLength(reason) > MAX_REASON) {
            throw new InvalidValueException("waiver", check + "=" + reason, FORM);
        }
        reason = Redaction.sentence(reason);
    }

    /** A waiver without an end. */
    public Waiver(String check, String reason) {
        this(check, reason, null);
    }

    /** Whether the last day is over. */
    public boolean isExpired(LocalDate today) {
        return this.expires != null && today.isAfter(this.expires);
    }

    /**
     * The length of a reason, at most that before its secrets were masked. The address of a comparison contains masked
     * reasons and must stay valid, although a mask can be longer than its secret.
     */
    private static int writtenLength(String reason) {
        return reason.replace(Redaction.HIDDEN, "?").length();
    }

    /**
     * Parses {@code ID=REASON}, such as {@code no-shell=Support needs one until 2027}.
     *
     * @throws InvalidValueException if the reason is missing or too long, or the check does not exist
     */
    public static Waiver parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new InvalidValueException("waiver", text, FORM);
        }
        return new Waiver(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /**
     * Parses one waiver from each line. Skips blank lines and lines that begin with {@code #}.
     *
     * @throws InvalidValueException if a line is not a waiver
     */
    public static List<Waiver> parseLines(String text) {
        List<Waiver> waivers = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> waivers.add(parse(line)));
        return waivers;
    }
}
