package dev.tare.secret.redaction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.secret.SecretKind;
import dev.tare.secret.scan.SecretForms;

/** Reports the secrets in variables, labels and commands. */
public final class TextSecrets {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w.-])([A-Za-z_-][\\w.-]{0,100}+)="
            + "(?:\"([^\"\\r\\n]{0,4096}+)\"|'([^'\\r\\n]{0,4096}+)'|([^\\s\"';&|)]{1,4096}+))");

    private static final String VALUE =
            "(?:\"((?!-)[^\"\\r\\n]{0,4096}+)\"|'((?!-)[^'\\r\\n]{0,4096}+)'|([^\\s\"';&|)-][^\\s\"';&|)]{0,4096}+))";

    /** An option with its value in the next word. It has fewer names, because the next word may not be a value. */
    private static final String OPTION_NAME = "--((?:(?:db|admin|root|redis|registry|client)-)?(?:password|passwd|"
            + "passphrase)|requirepass|masterauth|api-key|secret-key|client-secret|auth-token|access-token|secret)";

    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])" + OPTION_NAME + "[\"']?,?[ \\t]{1,8}+" + VALUE);

    private static final Pattern OPTION_WORD = Pattern.compile(OPTION_NAME);

    /** A name and its value in JSON, also in a JSON string. */
    private static final Pattern JSON =
            Pattern.compile("\\\\{0,3}+\"([A-Za-z_-][\\w.-]{0,100}+)\\\\{0,3}+\"\\s{0,8}+:\\s{0,8}+"
                    + "\\\\{0,3}+\"([^\"\\\\\\r\\n]{1,4096}+)");

    /** The settings of a secret mount, as builders accept them. */
    private static final Pattern MOUNT = Pattern.compile("(?:id|type|src|source|env)=.*", Pattern.DOTALL);

    /** A password in a command, and the text after it. */
    private static final Pattern GIVEN =
            Pattern.compile("\\s*+(?:\"([^\"]*+)|'([^']*+)|((?:(?!\\\\[nrt])[^\\s\"';)\\]])*+)).*+", Pattern.DOTALL);

    /** A generated key: hex or random characters, but not a public key or fingerprint. */
    private static final Pattern MADE_KEY = Pattern.compile("(?!AAAA|MI[A-Z]|MFk|MCo|MHY|RW[\\w+/]{54}$|[0-9A-F]{40}$)"
            + "(?:[0-9a-fA-F]{32,256}|(?=(?:[^A-Z]*[A-Z]){3})(?=(?:[^a-z]*[a-z]){3})(?=(?:[^0-9]*[0-9]){2})"
            + "[\\w+/-]{24,256}={0,2})");

    private static final int MOST_GIVEN = 4096;

    /** The maximum number of nested levels of names and values to search. */
    private static final int MOST_NESTED = 2;

    /** The encryption key of an application, as Laravel writes it. */
    static final Pattern APPLICATION_KEY = Pattern.compile("base64:[A-Za-z0-9+/]{22,86}={0,2}");

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s/:@?#]{0,256}+:([^\\s/@?#]{1,256}+)@[^\\s/@]");

    private static final int LEAST_PASSWORD = 3;

    private TextSecrets() {}

    /** The secrets in the value of a variable. */
    public static List<SecretKind> ofVariable(String name, String value) {
        return List.copyOf(ofVariable(name, value, MOST_NESTED));
    }

    private static Set<SecretKind> ofVariable(String name, String value, int nested) {
        Set<SecretKind> kinds = new LinkedHashSet<>();
        addTokens(value, kinds);
        if (kinds.isEmpty() && name.endsWith("_KEY")) {
            // Some keys have a mark only together with their names.
            SecretForms.find(name + "=" + value).forEach(hit -> kinds.add(hit.kind()));
        }
        if (kinds.isEmpty() && isPassword(value) && !NonSecretValues.is(name, value)
                && (SecretNames.endsLikeSecretName(name) || isApplicationKey(name, value))) {
            kinds.add(name.toUpperCase(Locale.ROOT).endsWith("SECRET_ACCESS_KEY") && SecretForms.isAwsSecret(value)
                    ? SecretKind.AWS_ACCESS_KEY
                    : SecretKind.PASSWORD);
        }
        if (kinds.isEmpty() && nested > 0) {
            addNamed(value, nested - 1, kinds);
        }
        return kinds;
    }

    /** The secrets in a text that is not a command, such as a label. */
    public static List<SecretKind> ofText(String text) {
        Set<SecretKind> kinds = new LinkedHashSet<>();
        addTokens(text, kinds);
        return List.copyOf(kinds);
    }

    /** The secrets in a command or build step, including values that it assigns to variables. */
    public static List<SecretKind> ofCommand(String text) {
        Set<SecretKind> kinds = new LinkedHashSet<>();
        addTokens(text, kinds);
        addNamed(text, MOST_NESTED, kinds);
        addGiven(text, kinds);
        return List.copyOf(kinds);
    }

    /** The secrets in the words of a command, including words that are the value of the previous word. */
    public static List<SecretKind> ofWords(List<String> words) {
        Set<SecretKind> kinds = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            kinds.addAll(ofCommand(words.get(i)));
            Matcher option = OPTION_WORD.matcher(i == 0 ? "" : words.get(i - 1));
            if (option.matches() && !words.get(i).startsWith("-")) {
                kinds.addAll(ofVariable(option.group(1), words.get(i)));
            }
        }
        addGiven(Redaction.joined(words), kinds);
        return List.copyOf(kinds);
    }

    private static void addNamed(String text, int nested, Set<SecretKind> kinds) {
        addValues(ASSIGNMENT.matcher(text), nested, kinds);
        addValues(OPTION.matcher(text), nested, kinds);
        addValues(JSON.matcher(text), nested, kinds);
    }

    private static void addGiven(String text, Set<SecretKind> kinds) {
        HiddenRanges given = new HiddenRanges();
        ProgramPasswords.findCertain(text, given);
        ContextPasswords.findAll(text, given);
        if (kinds.isEmpty()
                && given.of(text).map(TextSecrets::bare).anyMatch(TextSecrets::isPassword)) {
            kinds.add(SecretKind.PASSWORD);
        }
    }

    private static String bare(String given) {
        return GIVEN.matcher(given.substring(0, Math.min(given.length(), MOST_GIVEN))).replaceFirst("$1$2$3");
    }

    private static void addValues(Matcher matcher, int nested, Set<SecretKind> kinds) {
        while (matcher.find()) {
            for (int group = 2; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    kinds.addAll(ofVariable(matcher.group(1), matcher.group(group), nested));
                }
            }
        }
    }

    private static void addTokens(String text, Set<SecretKind> kinds) {
        SecretForms.find(text).forEach(hit -> kinds.add(hit.kind()));
        if (SecretForms.isSignedJsonWebToken(text)) {
            kinds.add(SecretKind.JSON_WEB_TOKEN);
        }
        if (kinds.isEmpty() && isInAddress(text)) {
            kinds.add(SecretKind.URL_PASSWORD);
        }
    }

    private static boolean isInAddress(String text) {
        return Stream.of(ADDRESS, AddressUsers.OF_ORACLE)
                .flatMap(form -> form.matcher(text).results())
                .map(match -> match.group(1))
                .anyMatch(TextSecrets::isPassword);
    }

    private static boolean isApplicationKey(String name, String value) {
        return (name.toLowerCase(Locale.ROOT).endsWith("key") && APPLICATION_KEY.matcher(value).matches())
                || (SecretNames.areOfAKey(name) && MADE_KEY.matcher(value).matches() && SecretForms.isRandom(value));
    }

    private static boolean isPassword(String value) {
        return value.length() >= LEAST_PASSWORD && !NonSecretValues.isElsewhere(value)
                && !MOUNT.matcher(value).matches()
                && !SecretForms.isPlaceholder(value);
    }
}
