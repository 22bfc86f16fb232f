package dev.tare.secret.scan;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;

/**
 * Finds the credentials in Composer's {@code auth.json}. Other programs have files with this name. So a credential counts
 * only at its exact place: in an object of Composer, below the name of a host.
 *
 * @see <a href="https://getcomposer.org/doc/articles/authentication-for-private-packages.md">Composer, authentication for
 *      privately hosted packages</a>
 */
final class ComposerAuthFile {

    /** The members with secrets in each object. An empty name stands for a host whose value is the secret itself. */
    private static final Map<String, Set<String>> SECRETS = Map.of("http-basic", Set.of("password"),
            "bitbucket-oauth", Set.of("consumer-secret", "access-token"), "bearer", Set.of(""), "github-oauth",
            Set.of(""),
            "gitlab-oauth", Set.of("", "token", "refresh-token"), "gitlab-token", Set.of("", "token"), "forgejo-token",
            Set.of("token"));

    /** A host has no white space, and it contains a dot or a colon. */
    private static final Pattern HOST = Pattern.compile("localhost|(?=[^.:]{0,255}[.:])[^\\s/@]{1,255}[^\\s/@.:]");

    private static final int LEAST_TOKEN = 8;

    private static final int LONG_TOKEN = 20;

    private static final int LONGEST = 8192;

    private final String text;

    private final CredentialFiles.Found found;

    /** The names on the way to a value: the object of Composer, the host and a member. */
    private final String[] names = new String[] { "", "", "" };

    /** The number of open objects and lists. */
    private int depth;

    private ComposerAuthFile(String text, CredentialFiles.Found found) {
        this.text = text;
        this.found = found;
    }

    /** Finds every credential. The text may be invalid JSON. */
    static void find(String text, CredentialFiles.Found found) {
        new ComposerAuthFile(text, found).find();
    }

    private void find() {
        for (int at = 0; at < this.text.length(); at++) {
            char character = this.text.charAt(at);
            if (character == '{' || character == '[') {
                this.depth++;
                name("");
            } else if (character == '}' || character == ']') {
                this.depth--;
            } else if (character == '"') {
                int end = endOfString(at + 1);
                take(at + 1, end);
                at = end;
            }
        }
    }

    /** The index of the closing quote, or of the end of the text. */
    private int endOfString(int from) {
        int at = from;
        while (at < this.text.length() && this.text.charAt(at) != '"') {
            at += this.text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, this.text.length());
    }

    private void take(int from, int to) {
        if (isName(to + 1)) {
            name(this.text.substring(from, to));
        } else if (to - from <= LONGEST && isSecret(this.text.substring(from, to))) {
            this.found.accept(SecretKind.COMPOSER_CREDENTIALS, from, to);
        }
    }

    private boolean isName(int after) {
        int at = after;
        while (at < this.text.length() && Character.isWhitespace(this.text.charAt(at))) {
            at++;
        }
        return at < this.text.length() && this.text.charAt(at) == ':';
    }

    private void name(String name) {
        if (this.depth >= 1 && this.depth <= this.names.length) {
            this.names[this.depth - 1] = name;
        }
    }

    private boolean isSecret(String value) {
        String member = this.depth == 3 ? this.names[2] : "";
        return (this.depth == 2 || !member.isEmpty()) && SECRETS.getOrDefault(this.names[0], Set.of()).contains(member)
                && HOST.matcher(this.names[1]).matches() && !Placeholders.isOne(value)
                && value.chars().noneMatch(Character::isWhitespace) && (!member.isEmpty() || isToken(value));
    }

    /** A short word without a digit is text for people. */
    private static boolean isToken(String value) {
        return value.length() >= LEAST_TOKEN && Placeholders.isRandom(value)
                && (value.length() >= LONG_TOKEN || value.chars().anyMatch(Character::isDigit));
    }
}
