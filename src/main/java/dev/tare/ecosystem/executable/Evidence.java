package dev.tare.ecosystem.executable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A text in an executable that contains the version of a program.
 *
 * @param anchor  the longest constant part of the text, which is searched first
 * @param pattern of the text around the anchor; its group is the version
 */
record Evidence(String anchor, Pattern pattern) {

    /** The longest text, with its version and other bytes, in characters. */
    static final int MAX_LENGTH = 200;

    private static final String SUFFIX =
            "(?:-?(?:alpha|beta|preview|dev|pre|rc|RC|a|b|p)[.-]?\\d+|-dev|[a-z]{1,2}(?![A-Za-z0-9]))?(?![0-9])";

    private static final String TWO_NUMBERS = "(\\d{1,4}(?:\\.\\d{1,4}){1,3}" + SUFFIX + "|\\d{1,4}(?:beta|rc)\\d)";

    private static final String THREE_NUMBERS = "(\\d{1,4}(?:\\.\\d{1,4}){2,3}" + SUFFIX + ")";

    private static final String FILE_VERSION = "{name}";

    private static final Pattern PART =
            Pattern.compile(
                    "\\{version}|\\{x\\.y\\.z}|\\{name}|…|\\\\0|(?:(?!\\{version}|\\{x\\.y\\.z}|\\{name}|…|\\\\0).)+");

    private static final Pattern NUMBERS = Pattern.compile("\\d+\\.\\d+");

    /**
     * The two places where a Go program has its version: in the arguments of the linker, which are part of the build
     * information, and beside the version of Go, because the linker sorts the strings that it sets by their size.
     */
    private static final List<Evidence> GO = List.of(
            new Evidence("ersion=",
                    Pattern.compile("-X[ =][^ ]{1,100}[vV]ersion=v?" + THREE_NUMBERS + "(?=[ \"'+~-])")),
            new Evidence("go1.",
                    Pattern.compile(
                            "go1\\.[0-9.]{1,8}(?:rc\\d)?\0{1,16}v?" + THREE_NUMBERS + "(?:[+~-][\\w.+~-]+)?\0")),
            new Evidence("go1.", Pattern.compile("\0v?" + THREE_NUMBERS + "\0{1,16}go1\\.[0-9.]{1,8}\0")));

    /**
     * Parses a text of the table.
     *
     * @param name name of the file, whose version replaces {@code {name}}
     * @return empty if the text needs a version in the name of the file, which it lacks
     */
    static List<Evidence> parse(String text, String name) {
        if (text.equals("go")) {
            return GO;
        }
        Matcher numbers = NUMBERS.matcher(name);
        if (!text.contains(FILE_VERSION)) {
            return List.of(of(text));
        }
        if (!numbers.find()) {
            return List.of();
        }
        String start = numbers.group() + ".";
        Pattern version = Pattern.compile("\0(" + Pattern.quote(start) + "\\d{1,4}" + SUFFIX + ")\0");
        return List.of(new Evidence("\0" + start, version));
    }

    private static Evidence of(String text) {
        List<String> parts = PART.matcher(text).results().map(found -> found.group()).toList();
        StringBuilder pattern = new StringBuilder();
        parts.forEach(part -> pattern.append(pattern(part)));
        String before = text.startsWith("{") ? "(?<![0-9.])" : "";
        String constants = String.join("", parts.stream().map(part -> isConstant(part) ? plain(part) : "\n").toList());
        String anchor = Arrays.stream(constants.split("\n"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return new Evidence(anchor, Pattern.compile(before + pattern));
    }

    private static String pattern(String part) {
        return switch (part) {
            case "{version}" -> TWO_NUMBERS;
            case "{x.y.z}" -> THREE_NUMBERS;
            case "…" -> "[^\0]{0,40}?";
            default -> Pattern.quote(plain(part));
        };
    }

    private static boolean isConstant(String part) {
        return !part.startsWith("{") && !part.equals("…");
    }

    private static String plain(String part) {
        return part.replace("\\0", "\0");
    }

    /** The version at a place where the content has the anchor, or {@code null}. */
    @Nullable
    String versionAt(String content, int at) {
        Matcher matcher = this.pattern.matcher(content)
                .useTransparentBounds(true)
                .region(Math.max(0, at - MAX_LENGTH),
                        Math.min(content.length(), at + this.anchor.length() + MAX_LENGTH));
        while (matcher.find()) {
            if (matcher.start() <= at && matcher.end() >= at + this.anchor.length()) {
                return matcher.group(1);
            }
        }
        return null;
    }
}
