package dev.tare.ecosystem.executable;

/** Regular expressions for the versions of programs. */
final class VersionPattern {

    /** The longest version, in characters. */
    static final int MAX_LENGTH = 80;

    private static final String STAGE =
            "(?:-?(?:alpha|beta|preview|dev|pre|rc|RC|a|b|p)[.-]?\\d{1,8}|-dev|[a-z]{1,2}(?![A-Za-z0-9]))?(?![0-9])";

    /** Words after a version that do not change its meaning: a commit, and the mark of a packaged source. */
    private static final String IGNORED = "(?:[0-9a-f]{6,40}|dfsg\\d*|ds\\d*|final|unknown)(?![A-Za-z0-9])";

    /** Other words are a part of the version: {@code -nightly2024}, {@code +k3s1}. */
    private static final String WORDS = "(?:[-+~](?!" + IGNORED + ")[A-Za-z][A-Za-z0-9.+~-]{0,39}+)?+";

    /** Follows a version at the end of a text, so that no part of the version is cut. */
    static final String END = "(?!\\.?[A-Za-z0-9])";

    /** Two to four numbers, or one number and a stage of development. */
    static final String TWO_NUMBERS =
            "(\\d{1,4}(?:\\.\\d{1,4}){1,3}" + STAGE + WORDS + "|\\d{1,4}(?:(?:beta|rc)\\d|devel))";

    static final String THREE_NUMBERS = "(\\d{1,4}(?:\\.\\d{1,4}){2,3}" + STAGE + WORDS + ")";

    /** Three or four numbers without the words that may follow, for texts where the next version may follow. */
    static final String PLAIN_NUMBERS = "(\\d{1,4}(?:\\.\\d{1,4}){2,3}" + STAGE + ")";

    /** Python adds a plus to a release with later changes. */
    static final String PYTHON = "(\\d{1,4}(?:\\.\\d{1,4}){2}" + STAGE + "\\+?)";

    private VersionPattern() {}
}
