package dev.tare.secret.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides the passwords that commands give to programs with options of one letter, which mean other things elsewhere. */
final class ProgramPasswords {

    /** What ends a command, as far as no quotes tell otherwise. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s(?:&&|\\|\\|?|;)\\s|;\\s|\\n");

    private static final String EITHER = "(?:[\"']?,?\\s++|=)?+(?=[^\\s-])";

    private static final String JOINED = "(?=[^\\s,-])(?![\"'](?:[\\s,\\]]|$))";

    private static final String NEXT_WORD = "[\"']?,?\\s++(?=[^\\s-])";

    private static final List<Form> FORMS =
            List.of(new Form("mysql\\w*+|mariadb\\w*+|sshpass|mongo\\w*+|7z\\w?+|login|useradd|usermod|twine",
                    "p" + EITHER),
                    new Form("zip|unzip|sqlcmd|bcp", "P" + EITHER), new Form("redis-cli", "a" + EITHER),
                    new Form("ldap\\w++", "w" + EITHER), new Form("openssl", "[kK]" + NEXT_WORD));

    /** Those that mean nothing else: the word behind MySQL's {@code -p} is a database. */
    private static final List<Form> CERTAIN_FORMS =
            List.of(new Form("mysql\\w*+|mariadb\\w*+|7z\\w?+", "p" + JOINED),
                    new Form("sshpass|login|twine", "p" + EITHER),
                    new Form("unzip|sqlcmd|bcp", "P" + EITHER), new Form("redis-cli", "a" + EITHER),
                    new Form("ldap\\w++", "w" + EITHER), new Form("openssl", "[kK]" + NEXT_WORD));

    /** {@code user:password}, as curl and many others take it. */
    private static final Pattern USER = Pattern.compile("(?<![\\w-])(?:-[a-zA-Z]{0,8}[uU][\"']?,?\\s+|-[uU]"
            + "|--(?:proxy-)?user[\"']?,?[=\\s]\\s*+|--auth[\"']?,?[=\\s]\\s*+)[\"']?([^\\s:\"']{0,256}+):(?!//)(?=\\S)");

    /** Where what {@link #USER} finds is no user and group of the system. */
    private static final Pattern CLIENT = Pattern.compile("(?<![\\w.-])(?:curl|lftp|xh)(?=[\\s\"'])");

    private static final Pattern NUMBERS = Pattern.compile("\\d++:\\d++(?![^\\s\"',])");

    /** What a program reads a password from. */
    private static final Pattern PIPED =
            Pattern.compile("(?<![\\w-])(?:echo|printf)\\s++([^|\\n]{1,512}+)\\|[^|\\n]{0,200}?"
                    + "(?:chpasswd|--password-stdin|--stdin|sudo\\s+-S)");

    /** As OpenSSL takes one. */
    private static final Pattern PASS = Pattern.compile("(?<![\\w-])pass:(?=\\S)");

    private static final Pattern PASS_OPTION =
            Pattern.compile("(?<![\\w-])-pass(?:in|out)?[\"']?,?\\s{1,8}+[\"']?pass:(?=\\S)");

    /** What a shell puts in. */
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
            from = WrittenValue.end(text, pass.end());
            hidden.add(pass.end(), from);
        }
    }

    /** Only those that are one, as far as the program and the option tell. */
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
            from = WrittenValue.end(text, pass.end());
            found.add(pass.end(), from);
        }
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
        char before = WrittenValue.at(text, user.start(1) - 1);
        int quoted =
                before == '"' || before == '\'' ? WrittenValue.endOfQuoted(text, user.end(), before) - 1 : -1;
        return quoted >= user.end() ? quoted : WrittenValue.end(text, user.end());
    }

    private static int endOfCommand(String text, int from) {
        Matcher separator = SEPARATOR.matcher(text);
        return separator.find(from) ? Math.max(separator.start(), from) : text.length();
    }

    /** Programs and their option for a password. */
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
                at = WrittenValue.end(text, options.end());
                hidden.add(options.end(), at);
            }
        }
    }
}
