package dev.tare.secret.redaction;

import java.util.regex.Pattern;

/**
 * The names of secrets, in one list. A value whose name ends like one of them is reported. A value whose name
 * contains one is hidden. So no value is both reported and shown.
 */
final class SecretNames {

    /** Words that indicate a secret anywhere in a name. */
    private static final String WORDS =
            "passw(?:or)?d|passphrase|passcode|requirepass|masterauth|secret|credentials?|key[_.-]?base|(?:auth|access)token"
                    + "|(?:secret|api|access|private|signing|encryption|master|account)[_.-]?key";

    /** The ends of names of secrets. Names of files and of lifetimes of secrets have other ends. */
    private static final Pattern END = Pattern.compile("(?i)(?:(?:.*[a-z0-9_.-])?(?:" + WORDS
            + ")|(?:.*[_.-])?(?:token|pass)|.*[_.-](?:pwd|pw|psk|creds?)|(?-i:Pwd)|_auth)");

    /**
     * The parts of names of secrets. {@code PWD} and {@code OLDPWD} are folders of a shell, and {@code pass} is a part
     * of other words.
     */
    private static final Pattern PART = Pattern.compile("(?i:" + WORDS + "|token|private|bearer|authorization"
            + "|erlang[_.-]?cookie|auth[_.-]?config)|(?i:(?<![a-z])(?:jwt|pat)(?![a-z])|(?<![a-z])_?auth$)|Auth$"
            + "|(?i:(?<!com|by|tres|sur|over|under)pass(?![a-z]))|Pass(?![a-z])|(?i:(?<=[a-z0-9_.-])(?<!old)pwd(?![a-z]))|^Pwd$"
            + "|(?i:[_.-](?:pw|psk|creds?|dsn)$|(?:^|[_.-])salt$)");

    /** Names of keys, except public keys and keys of databases. */
    private static final Pattern KEY =
            Pattern.compile("(?<=[a-zA-Z0-9])(?i:(?<!gpg|pgp|apt|pub|public|primary|foreign|partition|sort)[_-]key$)"
                    + "|(?<=[a-z0-9])(?<!ublic|rimary|oreign)Key$");

    /** Names of keys that are public. */
    private static final Pattern GIVEN_OUT = Pattern.compile("(?i)publi[cs]|site|search|client[_-]?key");

    /** Options without a password, or for passwords that are passed in another way. */
    private static final Pattern NONE =
            Pattern.compile("(?i)--?(?:disabled|no|without|empty|ask)[_-].*|.*[_-](?:stdin|prompt)");

    private static final int MAX_NAME = 256;

    private SecretNames() {}

    /** Whether the value of this name is most likely a secret. */
    static boolean endsLikeSecretName(String name) {
        return name.length() <= MAX_NAME && END.matcher(name).matches();
    }

    /** Whether the value of this name may be a secret. */
    static boolean mayNameSecret(CharSequence name) {
        return PART.matcher(name).find() || KEY.matcher(name).find();
    }

    /** Whether the value of this name is most likely a secret if it looks like a key. */
    static boolean areOfAKey(String name) {
        return name.length() <= MAX_NAME && KEY.matcher(name).find() && !GIVEN_OUT.matcher(name).find();
    }

    /** Whether the word after this option may be a secret. */
    static boolean isOption(CharSequence word) {
        return word.length() > 1 && word.charAt(0) == '-' && PART.matcher(word).find() && !NONE.matcher(word).matches();
    }
}
