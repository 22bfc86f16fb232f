package dev.tare.ecosystem.executable;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A text of the table of programs. The longest of its constant parts is the anchor.
 *
 * @param before  the maximum length of the text before the anchor, in characters
 * @param pattern of the whole text; its group is the version
 */
record TextEvidence(String anchor, int before, Pattern pattern) implements Evidence {

    private static final String FILE_VERSION = "{name}";

    private static final String ANYTHING = "…";

    private static final int MAX_ANYTHING = 40;

    private static final Pattern PART = Pattern.compile("\\{[a-z.]+}|…|[^{…]+");

    private static final Pattern NUMBERS = Pattern.compile("\\d+\\.\\d+");

    @Override
    public @Nullable Evidence in(String fileName) {
        if (!this.anchor.contains(FILE_VERSION)) {
            return this;
        }
        Matcher numbers = NUMBERS.matcher(fileName);
        return numbers.find()
                ? new TextEvidence(this.anchor.replace(FILE_VERSION, numbers.group() + "."), this.before, this.pattern)
                : null;
    }

    @Override
    public @Nullable String versionAt(CharSequence content, int at) {
        int end = at + this.anchor.length();
        int limit = Math.min(content.length(), end + MAX_LENGTH);
        Matcher matcher = this.pattern.matcher(content).useTransparentBounds(true);
        for (int start = Math.max(0, at - this.before); start <= at; start++) {
            if (matcher.region(start, limit).lookingAt() && matcher.end() >= end) {
                return matcher.group(1);
            }
        }
        return null;
    }

    static TextEvidence parse(String text) {
        List<String> parts = PART.matcher(text.replace("\\0", "\0")).results().map(found -> found.group()).toList();
        if (parts.contains(FILE_VERSION)) {
            return new TextEvidence("\0" + FILE_VERSION, 0, Pattern.compile("\0" + VersionPattern.PYTHON + "\0"));
        }
        int anchor = IntStream.range(0, parts.size())
                .filter(index -> isConstant(parts.get(index)))
                .boxed()
                .max(Comparator.comparingInt((Integer index) -> parts.get(index).length())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        StringBuilder pattern = new StringBuilder(text.startsWith("{") ? "(?<![0-9.])" : "");
        for (int i = 0; i < parts.size(); i++) {
            pattern.append(pattern(parts.get(i), i == 0));
        }
        if (text.endsWith("}")) {
            pattern.append(VersionPattern.END);
        }
        return new TextEvidence(parts.get(anchor),
                parts.subList(0, anchor).stream().mapToInt(TextEvidence::maxLength).sum(),
                Pattern.compile(pattern.toString()));
    }

    private static boolean isConstant(String part) {
        return !part.startsWith("{") && !part.equals(ANYTHING);
    }

    private static String pattern(String part, boolean isFirst) {
        return switch (part) {
            case "{version}" -> VersionPattern.TWO_NUMBERS;
            case "{x.y.z}" -> isFirst ? VersionPattern.PLAIN_NUMBERS : VersionPattern.THREE_NUMBERS;
            case "{patch}" -> "p\\d{1,4}";
            case ANYTHING -> "[^\0]{0," + MAX_ANYTHING + "}?";
            default -> Pattern.quote(part);
        };
    }

    private static int maxLength(String part) {
        if (isConstant(part)) {
            return part.length();
        }
        return part.equals(ANYTHING) ? MAX_ANYTHING : VersionPattern.MAX_LENGTH;
    }
}
