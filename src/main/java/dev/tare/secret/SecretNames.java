package dev.tare.secret;

import java.util.regex.Pattern;

/**
 * The names that secrets are given, in one list: what ends like one of them is told as a finding, and what has one
 * anywhere in it is not shown, so that nothing is told and shown at once.
 */
final class SecretNames {

    /** Words that mean nothing else, wherever in a name they stand. */
    private static final String WORDS =
            "passw(?:or)?d|passphrase|requirepass|masterauth|secret|credentials?|key[_.-]?base|(?:auth|access)token"
                    + "|(?:secret|api|access|private|signing|encryption|master|account)[_.-]?key";

    /** Names of files and of times that a secret lasts end otherwise. */
    private static final Pattern END = Pattern.compile("(?i)(?:(?:.*[a-z0-9_.-])?(?:" + WORDS
            + ")|(?:.*[_.-])?(?:token|pass)|.*[_.-]pwd)");

    /** {@code PWD} and {@code OLDPWD} are a shell's folders, and {@code pass} is a part of other words. */
    private static final Pattern PART = Pattern.compile("(?i:" + WORDS + "|token|private|bearer|authorization"
            + "|erlang[_.-]?cookie|auth[_.-]?config)|(?i:(?<![a-z])(?:jwt|pat)(?![a-z])|(?<![a-z])_?auth$)|Auth$"
            + "|(?i:(?<!com|by|tres|sur|over|under)pass(?![a-z]))|Pass(?![a-z])|(?i:(?<=[a-z0-9_.-])(?<!old)pwd(?![a-z]))");

    /** Options that say that there is none, or that it comes another way. */
    private static final Pattern NONE =
            Pattern.compile("(?i)--?(?:disabled|no|without|empty|ask)[_-].*|.*[_-](?:stdin|prompt)");

    private static final int MAX_NAME = 256;

    private SecretNames() {}

    /** Whether the value of this name is most likely a secret. */
    static boolean endLikeOne(String name) {
        return name.length() <= MAX_NAME && END.matcher(name).matches();
    }

    /** Whether the value of this name may be a secret. */
    static boolean speakOfOne(CharSequence name) {
        return PART.matcher(name).find();
    }

    /** Whether the word after this option may be a secret. */
    static boolean isOption(CharSequence word) {
        return word.length() > 1 && word.charAt(0) == '-' && speakOfOne(word) && !NONE.matcher(word).matches();
    }
}
