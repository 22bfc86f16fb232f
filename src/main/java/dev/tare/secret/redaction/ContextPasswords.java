package dev.tare.secret.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds passwords by their place in a command, or by the words before them. */
final class ContextPasswords {

    private static final String BETWEEN = "[\"']?,?\\s{1,8}+[\"']?";

    private static final String WORD = "[^\\s\"']{1,256}+";

    /** The text between the last word and the password. The password may be in quotes and is not an option. */
    private static final String LAST = "[\"']?,?\\s{1,8}+(?=[^\\s=:>|&;-])";

    /** A space, or the end of a line as {@code echo -e} and {@code printf} write it. */
    private static final String OF_NETRC = "(?:\\s|\\\\[nrt]){1,8}+";

    private static final String ENTRY_OF_NETRC = "[^\\s\\\\\"']{1,256}+";

    private static final String OPTIONS_OF_HTPASSWD = "(?:\\s++-\\w++(?:\\s++[0-9]{1,2}(?=\\s))?+)";

    private static final String QUOTED_OR_WORD =
            "\\s++(?:\"[^\"]{0,256}+\"|'[^']{0,256}+'|[^\\s\"'>|&;-][^\\s>|&;]{0,256}+)";

    /** The table of forms that end at the beginning of a password, each below an example. */
    private static final List<Pattern> TABLE = List.of(
            // npm config set _authToken PASSWORD
            row("(?<![\\w.-])(?:_authToken|_auth|_password)" + LAST),
            // machine ADDRESS login USER password PASSWORD, as in .netrc
            row("(?<![\\w-])machine" + OF_NETRC + ENTRY_OF_NETRC + OF_NETRC + "login" + OF_NETRC + ENTRY_OF_NETRC
                    + OF_NETRC + "password" + OF_NETRC + "(?=[^\\s\\\\])"),
            // composer config http-basic.ADDRESS USER PASSWORD
            row("(?<![\\w.-])http-basic\\.[^\\s\"']{1,200}+" + BETWEEN + WORD + LAST),
            // composer config github-oauth.ADDRESS PASSWORD
            row("(?<![\\w.-])(?:github-oauth|gitlab-oauth|gitlab-token|bearer|pypi-token)\\.[^\\s\"']{1,200}+" + LAST),
            // bundle config set --global ADDRESS USER:PASSWORD
            row("(?<![\\w.-])bundle" + BETWEEN + "config(?:" + BETWEEN + "(?:set|--\\w{1,20}+)(?!\\S)){0,8}+" + BETWEEN
                    + WORD + BETWEEN + "[^\\s:\"'-][^\\s:\"']{0,256}+:(?!//)(?=\\S)"),
            // htpasswd -bn USER PASSWORD
            htpasswd("(?=" + OPTIONS_OF_HTPASSWD + "{0,16}?\\s++-\\w{0,10}n)", QUOTED_OR_WORD),
            // htpasswd -b FILE USER PASSWORD
            htpasswd("(?!" + OPTIONS_OF_HTPASSWD + "{0,16}?\\s++-\\w{0,10}n)", QUOTED_OR_WORD + QUOTED_OR_WORD));

    /** An HTTP header, for findings. {@link NamedValues} hides its value and finds its end better. */
    private static final Pattern HEADER = row(
            "(?i)(?<![\\w-])(?:authorization|private-token|job-token|deploy-token|x-(?:\\w{1,20}+-){0,3}+(?:token|key))"
                    + "[\"']?\\s{0,8}+:\\s{0,8}+[\"']?(?:(?:bearer|basic|token)\\s{1,8}+)?+(?!(?:bearer|basic|token)\\b)"
                    + "(?=[^\\s\"'])");

    /** A word that sets a variable, its name, and the beginning of its value. */
    private static final Pattern SET =
            row("(?<![\\w-])(?:ENV|set)[ \\t]{1,8}+[\"']?(?:[^\\s=\"']{0,200}?[:/])?([\\w.-]{1,100}+)" + LAST);

    private ContextPasswords() {}

    static void find(String text, HiddenRanges found) {
        TABLE.forEach(form -> find(text, form, found));
        find(text, SET, found);
    }

    /** Finds the values of headers as well. */
    static void findAll(String text, HiddenRanges found) {
        find(text, found);
        find(text, HEADER, found);
    }

    private static void find(String text, Pattern form, HiddenRanges found) {
        Matcher matcher = form.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            from = matcher.end();
            if (matcher.groupCount() == 0 || SecretNames.endsLikeSecretName(matcher.group(1))) {
                from = ValueEnd.end(text, matcher.end());
                found.add(matcher.end(), from);
            }
        }
    }

    /** A form with the password as the last operand. The program then does not prompt for it. */
    private static Pattern htpasswd(String condition, String operands) {
        return row("(?<![\\w.-])htpasswd(?=" + OPTIONS_OF_HTPASSWD + "{0,16}?\\s++-\\w{0,10}b)" + condition
                + OPTIONS_OF_HTPASSWD + "{1,16}+" + operands + "\\s++(?=[^\\s>|&;-])");
    }

    private static Pattern row(String form) {
        return Pattern.compile(form);
    }
}
