package dev.tare.secret.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds users, tokens and passwords before the host of an address, and signatures in its query. */
final class AddressUsers {

    private static final String SCHEME_END = "://";

    /** The characters that RFC 3986 allows before the host, and other characters that occur there. */
    private static final Pattern USER_INFO = Pattern.compile("[^/?#\\s\"']*+");

    /** A password with characters that an address must encode. A port number is not a password. */
    private static final Pattern USER_AND_COLON =
            Pattern.compile("(?!\\[)[^/?#\\s:@]{0,256}+:(?!\\d{0,5}+(?:[/?#\\s]|$))");

    /** An address of a Go driver. */
    private static final Pattern OF_GO =
            Pattern.compile("(?<![\\w.-])[\\w.-]{1,64}+:([^\\s@]{1,256}+)@(?=(?:tcp|unix)\\()");

    /** An address of an Oracle driver. */
    static final Pattern OF_ORACLE =
            Pattern.compile("jdbc:oracle:\\w{1,10}+:[^\\s/@\"']{1,128}+/([^\\s@]{1,256}+)@");

    /** Azure shared access signatures, and signatures of other clouds. */
    private static final Pattern SIGNATURE =
            Pattern.compile("(?i)[?&;](?:sig|signature|x-(?:amz|goog)-signature)=([^\\s&\"']{1,4096}+)");

    private AddressUsers() {}

    static void find(String text, HiddenRanges hidden) {
        int wordEnd = 0;
        int lastAt = -1;
        for (int scheme = text.indexOf(SCHEME_END); scheme >= 0;) {
            int start = scheme + SCHEME_END.length();
            if (start >= wordEnd) {
                wordEnd = endOfWord(text, start);
                lastAt = lastAt(text, start, wordEnd);
            }
            int end = end(text, start, lastAt);
            if (end > start) {
                hidden.add(start, end);
            }
            scheme = text.indexOf(SCHEME_END, Math.max(start, end));
        }
        for (Pattern form : List.of(OF_GO, OF_ORACLE, SIGNATURE)) {
            form.matcher(text).results().forEach(found -> hidden.add(found.start(1), found.end(1)));
        }
    }

    /** The place of the {@code @} before the host, or -1. */
    private static int end(String text, int start, int lastAt) {
        if (lastAt < start) {
            return -1;
        }
        Matcher plain = USER_INFO.matcher(text).region(start, text.length());
        int at = plain.lookingAt() ? lastAt(text, start, plain.end()) : -1;
        if (at >= start) {
            return at;
        }
        return USER_AND_COLON.matcher(text).region(start, text.length()).lookingAt() ? lastAt : -1;
    }

    /** The last {@code @} of a range, or -1. */
    private static int lastAt(String text, int from, int to) {
        int at = to - 1;
        while (at >= from && text.charAt(at) != '@') {
            at--;
        }
        return at < from ? -1 : at;
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
