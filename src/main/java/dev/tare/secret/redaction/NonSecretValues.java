package dev.tare.secret.redaction;

import java.util.regex.Pattern;

/** Detects values that are not secrets although their names end like names of secrets. */
final class NonSecretValues {

    /** A file name or an address with the secret, or a shell expansion. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:\\.{0,2}/|~/|[A-Za-z]:[\\\\/]|[A-Za-z][A-Za-z0-9+.-]{1,20}://"
                    + "|file:|[`\\\\$]|vault:|arn:).*|(?:[\\w.-]++/){0,16}+[\\w.-]{1,128}\\.(?:json|ya?ml|toml|xml|pem|key|crt|cer|p12"
                    + "|pfx|jks|txt|conf|cfg|ini|env|properties)|(?:(?!secrets/)[\\w.-]++/){0,16}+secrets/[\\w./-]{1,512}+",
            Pattern.DOTALL);

    /** A count, a percentage, a size or a time. Tokens of digits alone are longer. */
    private static final Pattern QUANTITY = Pattern.compile("[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:[_,][0-9]{3}){1,4})"
            + "(?:\\.[0-9]{1,15})?\\s?(?:%|[kmgtp]i?b?|b|bytes?|(?:milli|micro|nano)?s(?:ec(?:ond)?s?)?|[mun]s"
            + "|m(?:in(?:ute)?s?)?|h(?:ours?|rs?)?|d(?:ays?)?|w(?:eeks?)?|months?|y(?:ears?)?)?",
            Pattern.CASE_INSENSITIVE);

    /** A duration of several units as in Go and systemd, or as in ISO 8601. */
    private static final Pattern DURATION =
            Pattern.compile("(?:[0-9]{1,9}(?:ms|us|ns|[smhdw])\\s?){1,7}"
                    + "|-?P(?=[0-9T])(?:[0-9]{1,9}[YMWD]){0,4}(?:T(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?[HMS]){1,3})?",
                    Pattern.CASE_INSENSITIVE);

    /**
     * Names of secrets that people choose and type, which may be digits. Machines make keys and tokens, which are
     * longer.
     */
    private static final Pattern CHOSEN =
            Pattern.compile("(?i).*(?:pass(?:w(?:or)?d|phrase)?|pwd|requirepass|masterauth|secret)");

    private NonSecretValues() {}

    static boolean is(String name, String value) {
        return isElsewhere(value) || (!CHOSEN.matcher(name).matches()
                && (QUANTITY.matcher(value).matches() || DURATION.matcher(value).matches()));
    }

    /** Whether the value is the place of the secret. */
    static boolean isElsewhere(String value) {
        return ELSEWHERE.matcher(value).matches();
    }
}
