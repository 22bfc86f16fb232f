package dev.tare.version;

/** Numbers of any length in versions. */
public final class Digits {

    private Digits() {}

    public static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    public static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** The end of the digits that begin at an index. */
    public static int end(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Compares by value. An empty text counts as 0. */
    public static int compare(String one, String other) {
        String first = withoutZeros(one);
        String second = withoutZeros(other);
        return first.length() != second.length() ? Integer.compare(first.length(), second.length())
                : first.compareTo(second);
    }

    private static String withoutZeros(String digits) {
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }
}
