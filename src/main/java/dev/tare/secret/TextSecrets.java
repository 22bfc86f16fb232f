package dev.tare.secret;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for secrets in short texts that have a meaning: variables, labels, commands. */
public final class TextSecrets {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w.-])([A-Za-z_-][\\w.-]{0,100}+)="
            + "(?:\"([^\"\\r\\n]{0,4096}+)\"|'([^'\\r\\n]{0,4096}+)'|([^\\s\"';&|)]{1,4096}+))");

    private static final String VALUE =
            "(?:\"((?!-)[^\"\\r\\n]{0,4096}+)\"|'((?!-)[^'\\r\\n]{0,4096}+)'|([^\\s\"';&|)-][^\\s\"';&|)]{0,4096}+))";

    /** An option whose value is the next word: fewer names, since the next word may be no value. */
    private static final String OPTION_NAME = "--((?:(?:db|admin|root|redis|registry|client)-)?(?:password|passwd|"
            + "passphrase)|requirepass|masterauth|api-key|secret-key|client-secret|auth-token|access-token)";

    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])" + OPTION_NAME + "[\"']?,?[ \\t]{1,8}+" + VALUE);

    private static final Pattern OPTION_WORD = Pattern.compile(OPTION_NAME);

    /** As Laravel writes the key that its applications encrypt with. */
    static final Pattern APPLICATION_KEY = Pattern.compile("base64:[A-Za-z0-9+/]{22,86}={0,2}");

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s/:@?#]{0,256}+:([^\\s/@?#]{1,256}+)@[^\\s/@]");

    private static final int LEAST_PASSWORD = 3;

    private TextSecrets() {}

    /** Those in the value of a variable. */
    public static List<SecretKind> ofVariable(String name, String value) {
        Set<SecretKind> kinds = new LinkedHashSet<>();
        addTokens(value, kinds);
        if (kinds.isEmpty() && isPassword(value) && !Harmless.is(name, value)
                && (SecretNames.endLikeOne(name) || isApplicationKey(name, value))) {
            kinds.add(name.toUpperCase(Locale.ROOT).endsWith("SECRET_ACCESS_KEY") && AwsRule.isSecret(value)
                    ? SecretKind.AWS_ACCESS_KEY
                    : SecretKind.PASSWORD);
        }
        return List.copyOf(kinds);
    }

    /** Those in a text that is no command, such as a label. */
    public static List<SecretKind> ofText(String text) {
        Set<SecretKind> kinds = new LinkedHashSet<>();
        addTokens(text, kinds);
        return List.copyOf(kinds);
    }

    /** Those in a command or the step of a build, also those that it assigns to a variable. */
    public static List<SecretKind> ofCommand(String text) {
        Set<SecretKind> kinds = new LinkedHashSet<>();
        addTokens(text, kinds);
        addValues(ASSIGNMENT.matcher(text), kinds);
        addValues(OPTION.matcher(text), kinds);
        return List.copyOf(kinds);
    }

    /** Those in the words of a command, also those that are the value of the word before. */
    public static List<SecretKind> ofWords(List<String> words) {
        Set<SecretKind> kinds = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            kinds.addAll(ofCommand(words.get(i)));
            Matcher option = OPTION_WORD.matcher(i == 0 ? "" : words.get(i - 1));
            if (option.matches() && !words.get(i).startsWith("-")) {
                kinds.addAll(ofVariable(option.group(1), words.get(i)));
            }
        }
        return List.copyOf(kinds);
    }

    private static void addValues(Matcher matcher, Set<SecretKind> kinds) {
        while (matcher.find()) {
            for (int group = 2; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    kinds.addAll(ofVariable(matcher.group(1), matcher.group(group)));
                }
            }
        }
    }

    private static void addTokens(String text, Set<SecretKind> kinds) {
        if (text.length() >= AnchorSearch.LEAST) {
            Window window = Window.of(text);
            AnchorSearch.find(window, 0, window.end(), (hit, at) -> kinds.add(hit.kind()));
        }
        if (JsonWebTokens.isSigned(text)) {
            kinds.add(SecretKind.JSON_WEB_TOKEN);
        }
        if (kinds.isEmpty() && isInAddress(text)) {
            kinds.add(SecretKind.URL_PASSWORD);
        }
    }

    private static boolean isInAddress(String text) {
        return ADDRESS.matcher(text).results().map(match -> match.group(1)).anyMatch(TextSecrets::isPassword);
    }

    private static boolean isApplicationKey(String name, String value) {
        return name.toLowerCase(Locale.ROOT).endsWith("key") && APPLICATION_KEY.matcher(value).matches();
    }

    private static boolean isPassword(String value) {
        return value.length() >= LEAST_PASSWORD && !Harmless.isElsewhere(value) && !Placeholders.isOne(value);
    }
}
