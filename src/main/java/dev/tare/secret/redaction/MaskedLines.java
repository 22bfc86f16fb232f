package dev.tare.secret.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lines of a text file with masked secrets. A line that names a secret is hidden from its value on. Lines that may
 * continue the value are hidden too: those in deeper indentation, in brackets or in quotes, and the lines below a name
 * without a value. So it hides more than {@link Redaction#text}, which also applies.
 */
public final class MaskedLines {

    /** The characters around the shown lines that are read for the names of their values. */
    public static final int MARGIN = 4 << 10;

    private static final Pattern MANIFEST =
            Pattern.compile("[\\s{-]*+[\"']?kind[\"']?\\s*+:\\s*+[\"']?Secret(?:List)?[\"',\\s}]*+(?:#.*+)?");

    private final List<String> lines;

    /** Each line is hidden from this place on, which is the end of the line if it is shown. */
    private final int[] cuts;

    /**
     * Reads whole lines without their ends. It takes about one microsecond per character.
     *
     * @param lines all lines of the file, because a name can be far above its values
     */
    public MaskedLines(List<String> lines) {
        this.lines = List.copyOf(lines);
        SecretBlock block = new SecretBlock();
        boolean manifest = this.lines.stream().anyMatch(MaskedLines::isOfSecretManifest);
        this.cuts = this.lines.stream().mapToInt(line -> manifest ? 0 : block.cut(line)).toArray();
    }

    /** Whether the file is a manifest of Kubernetes whose values are all secrets, with names that say nothing. */
    private static boolean isOfSecretManifest(String line) {
        return MANIFEST.matcher(line).matches();
    }

    /** The masked lines from a start to an end, which take about three microseconds per character. */
    public List<String> shown(int start, int end) {
        int first = start;
        for (int room = MARGIN; first > 0 && this.lines.get(first - 1).length() < room; first--) {
            room -= this.lines.get(first - 1).length() + 1;
        }
        int last = end;
        for (int room = MARGIN; last < this.lines.size() && this.lines.get(last).length() < room; last++) {
            room -= this.lines.get(last).length() + 1;
        }
        String text = String.join("\n", this.lines.subList(first, last));
        HiddenRanges all = text.length() > Redaction.MOST ? new HiddenRanges() : Redaction.ranges(text);
        List<String> shown = new ArrayList<>();
        int at = IntStream.range(first, start).map(i -> this.lines.get(i).length() + 1).sum();
        for (int i = start; i < end; i++) {
            String line = this.lines.get(i);
            HiddenRanges hidden = new HiddenRanges();
            hidden.addAll(all, at, line.length());
            hidden.add(text.length() > Redaction.MOST ? 0 : this.cuts[i], line.length());
            shown.add(hidden.in(line, line.length()));
            at += line.length() + 1;
        }
        return shown;
    }
}
