package dev.tare.secret.redaction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds passwords that commands pass to programs in options of one letter. The options have other meanings in other
 * programs.
 */
final class ProgramPasswords {

    /** The end of a command, without regard to quotes. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s(?:&&|\\|\\|?|;)\\s|;\\s|\\n");

    private static final String EITHER = "(?:[\"']?,?\\s++|=)?+(?=[^\\s-])";

    private static final String JOINED = "(?=[^\\s,-])(?![\"'](?:[\\s,\\]]|$))";

    private static final String NEXT_WORD = "[\"']?,?\\s++(?=[^\\s-])";

    /**
     * The table of programs that take a password with an option of one letter: the programs, the option, the possible
     * places of its value, and the places where its value is certainly a password. The word after MySQL's {@code -p} is
     * a database.
     */
    private static final List<Row> TABLE = List.of(
            new Row("mysql\\w*+|mariadb\\w*+|7z\\w?+", "p", EITHER, JOINED),
            new Row("sshpass|login|twine", "p", EITHER, EITHER),
            new Row("mongo\\w*+|useradd|usermod", "p", EITHER, null),
            new Row("unzip|sqlcmd|bcp", "P", EITHER, EITHER),
            new Row("zip", "P", EITHER, null),
            new Row("redis-cli", "a", EITHER, EITHER),
            new Row("ldap\\w++", "w", EITHER, EITHER),
            new Row("openssl", "[kK]", NEXT_WORD, NEXT_WORD));

    private static final List<Form> FORMS = forms(Row::value);

    private static final List<Form> CERTAIN_FORMS = forms(Row::certainValue);

    /** {@code user:password}, as curl and many others take it. */
    private static final Pattern USER = Pattern.compile("(?<![\\w-])(?:-[a-zA-Z]{0,8}[uU][\"']?,?\\s+|-[uU]"
            + "|--(?:proxy-)?user[\"']?,?[=\\s]\\s*+|--auth[\"']?,?[=\\s]\\s*+)[\"']?([^\\s:\"']{0,256}+):(?!//)(?=\\S)");

    /** Programs for which {@link #USER} matches a user and password, not a user and group of the system. */
    private static final Pattern CLIENT = Pattern.compile("(?<![\\w.-])(?:curl|lftp|xh)(?=[\\s\"'])");

    private static final Pattern NUMBERS = Pattern.compile("\\d++:\\d++(?![^\\s\"',])");

    /** A command that writes a password to the input of a program. */
    private static final Pattern PIPED =
            Pattern.compile("(?<![\\w-])(?:echo|printf)\\s++([^|\\n]{1,512}+)\\|[^|\\n]{0,200}?"
                    + "(?:chpasswd|--password-stdin|--stdin|sudo\\s+-S)");

    /** A password of OpenSSL. */
    private static final Pattern PASS = Pattern.compile("(?<![\\w-])pass:(?=\\S)");

    private static final Pattern PASS_OPTION =
            Pattern.compile("(?<![\\w-])-pass(?:in|out)?[\"']?,?\\s{1,8}+[\"']?pass:(?=\\S)");

    /** The beginning of an expansion of a shell or template. */
    private static final Pattern EXPANSION = Pattern.compile("[$`{<%]");

    private ProgramPasswords() {}

    static void find(String text, HiddenRanges hidden) {
        FORMS.forEach(form -> form.find(text, hidden));
        users(text, 0, text.length(), hidden);
        Matcher piped = PIPED.matcher(text);
        while (piped.find()) {
            hidden.add(piped.start(1), piped.end(1));
        }
        Matcher pass = PASS.matcher(text);
        int from = 0;
        while (from <= text.length() && pass.find(from)) {
            from = ValueEnd.end(text, pass.end());
            hidden.add(pass.end(), from);
        }
    }

    /** Finds only values that are certainly passwords because of the program and its option. */
    static void findCertain(String text, HiddenRanges found) {
        CERTAIN_FORMS.forEach(form -> form.find(text, found));
        Matcher client = CLIENT.matcher(text);
        for (int from = 0; from <= text.length() && client.find(from);) {
            from = endOfCommand(text, client.end());
            users(text, client.end(), from, found);
        }
        Matcher piped = PIPED.matcher(text);
        while (piped.find()) {
            if (!EXPANSION.matcher(piped.group(1)).find()) {
                int user = text.lastIndexOf(':', piped.end(1));
                found.add(Math.max(piped.start(1), user + 1), piped.end(1));
            }
        }
        Matcher pass = PASS_OPTION.matcher(text);
        for (int from = 0; from <= text.length() && pass.find(from);) {
            from = ValueEnd.end(text, pass.end());
            found.add(pass.end(), from);
        }
    }

    /** One form for all programs with passwords in the same place, because each form searches the whole text. */
    private static List<Form> forms(Function<Row, @Nullable String> value) {
        Map<String, String> programs = new LinkedHashMap<>();
        for (Row row : TABLE) {
            if (value.apply(row) != null) {
                programs.merge(row.option() + value.apply(row), row.programs(), (some, others) -> some + "|" + others);
            }
        }
        return programs.entrySet().stream().map(form -> new Form(form.getValue(), form.getKey())).toList();
    }

    private static void users(String text, int start, int stop, HiddenRanges hidden) {
        Matcher matcher = USER.matcher(text).useTransparentBounds(true);
        int from = start;
        while (from <= stop && matcher.region(from, stop).find()) {
            from = matcher.end();
            if (!NUMBERS.matcher(text).region(matcher.start(1), text.length()).lookingAt()) {
                int end = endOfPassword(text, matcher);
                hidden.add(matcher.end(), end);
                from = end;
            }
        }
    }

    private static int endOfPassword(String text, Matcher user) {
        char before = ValueEnd.at(text, user.start(1) - 1);
        int quoted =
                before == '"' || before == '\'' ? ValueEnd.endOfQuoted(text, user.end(), before) - 1 : -1;
        return quoted >= user.end() ? quoted : ValueEnd.end(text, user.end());
    }

    private static int endOfCommand(String text, int from) {
        Matcher separator = SEPARATOR.matcher(text);
        return separator.find(from) ? Math.max(separator.start(), from) : text.length();
    }

    /**
     * Programs that take a password.
     *
     * @param programs     a pattern of their names
     * @param option       a pattern of its letter
     * @param value        a pattern of the text between the option and a password to hide
     * @param certainValue a pattern of the text between the option and a password to report; {@code null} if the option
     *                     has other meanings too
     */
    private record Row(String programs, String option, String value, @Nullable String certainValue) {}

    /** Programs and their option for a password, up to the password. */
    private static final class Form {

        private final Pattern program;

        private final Pattern option;

        Form(String programs, String option) {
            this.program = Pattern.compile("(?<![\\w.-])(?:" + programs + ")(?![\\w.-])");
            this.option = Pattern.compile("(?<![^\\s\"'])-" + option);
        }

        void find(String text, HiddenRanges hidden) {
            Matcher programs = this.program.matcher(text);
            int from = 0;
            while (from <= text.length() && programs.find(from)) {
                int end = endOfCommand(text, programs.end());
                options(text, programs.end(), end, hidden);
                from = end;
            }
        }

        private void options(String text, int from, int to, HiddenRanges hidden) {
            Matcher options = this.option.matcher(text).useTransparentBounds(true);
            int at = from;
            while (at <= to && options.region(at, to).find()) {
                at = ValueEnd.end(text, options.end());
                hidden.add(options.end(), at);
            }
        }
    }
}
