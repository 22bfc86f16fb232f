package dev.tare.secret.scan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.Characters;
import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A kind of GitLab token. Its prefix states the kind. The rest has a fixed length, or is routable: it has a payload, in
 * newer tokens a version, the length of the payload, and a checksum. The prefix of an instance may precede the prefix
 * of the kind, with a dash after it.
 *
 * @see <a href="https://docs.gitlab.com/security/tokens/#token-prefixes">GitLab, token prefixes</a>
 * @see <a href="https://docs.gitlab.com/administration/settings/account_and_limit_settings/#instance-token-prefix">GitLab,
 *      instance token prefix</a>
 */
final class GitLabRule implements SecretRule {

    private static final String USUAL = "[\\w-]{20}";

    /** Each kind of token, in the order of GitLab's list. */
    static final List<SecretRule> ALL = List.of(
            new GitLabRule("glpat-", USUAL),
            new GitLabRule("gloas-", "[\\w-]{64}"),
            new GitLabRule("gldt-", USUAL),
            new GitLabRule("glrt-", "(?:t[0-9a-f]{1,3}_)?" + USUAL),
            new GitLabRule("glrtr-", USUAL),
            new GitLabRule("glcbt-", "[0-9A-Za-z]{1,5}_" + USUAL
                    + "|eyJ[\\w-]{17,290}+\\.eyJ[\\w-]{8,1400}+\\.[\\w-]{20,700}+"),
            new GitLabRule("glptt-", "[\\w-]{40}"),
            new GitLabRule("glft-", USUAL + "|[0-9a-f]{64}-[0-9]{1,20}+"),
            new GitLabRule("glimt-", "[\\w-]{25}"),
            new GitLabRule("glagent-", "[\\w-]{50}"),
            new GitLabRule("glwt-", "[\\w-]{20,64}+"),
            new GitLabRule("glsoat-", USUAL),
            new GitLabRule("glffct-", USUAL),
            new GitLabRule("GR1348941", USUAL),
            new GitLabRule("_gitlab_session=", "[0-9a-z]{32}"));

    private static final String END = "(?![A-Za-z0-9_-])";

    private static final Pattern ROUTABLE =
            Pattern.compile("([\\w-]{27,300}+)\\.(?:[0-9a-z]{2}\\.)?([0-9a-z]{2})[0-9a-z]{7}" + END);

    private static final Characters FIRST_PART = Characters.alphanumericAnd("_-");

    /** The bounds of the characters before the first dot, or of the whole token. */
    private static final int LEAST_OF_FIRST_PART = 20;

    private static final int MOST_OF_FIRST_PART = 300;

    /** The maximum length of a mark between the prefix and the payload. */
    private static final int MOST_OF_MARK = 5;

    /** Longer than any token. */
    private static final int MOST = 2_600;

    /** The maximum length of an instance's prefix, with the dash after it. */
    private static final int MOST_OF_INSTANCE = 21;

    private final String prefix;

    private final Pattern form;

    /** @param form of the characters after the prefix, if the token is not routable */
    private GitLabRule(String prefix, String form) {
        this.prefix = prefix;
        this.form = Pattern.compile("(?:" + form + ")" + END);
    }

    @Override
    public String anchor() {
        return this.prefix;
    }

    /** The prefix of an instance is a part of the same word. */
    @Override
    public boolean beginsWord() {
        return false;
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        boolean inside = AnchorSearch.isInside(window, at);
        if (inside && window.at(at - 1) != '-') {
            return null;
        }
        int from = at + this.prefix.length();
        int length =
                FIRST_PART.endOfRun(window.bytes(), from, Math.min(window.end(), from + MOST_OF_FIRST_PART + 1)) - from;
        if (length < LEAST_OF_FIRST_PART || length > MOST_OF_FIRST_PART) {
            return null;
        }
        String text = window.text(at, at + MOST);
        int end = Math.max(endOfRoutable(window, at, text), end(this.form.matcher(text)));
        return end >= 0 && Placeholders.isRandom(text.substring(this.prefix.length(), end))
                ? new Hit(SecretKind.GITLAB_TOKEN, at, at + end)
                : null;
    }

    /** The index in the text after a token, or -1. */
    private int end(Matcher matcher) {
        return matcher.region(this.prefix.length(), matcher.regionEnd()).lookingAt() ? matcher.end() : -1;
    }

    /** The index in the text after a token, or -1. Its length is compared first, because a checksum takes more time. */
    private int endOfRoutable(Window window, int at, String text) {
        Matcher matcher = ROUTABLE.matcher(text);
        int end = end(matcher);
        if (end < 0) {
            return -1;
        }
        int mark = matcher.group(1).length() - Integer.parseInt(matcher.group(2), Character.MAX_RADIX);
        return mark >= 0 && mark <= MOST_OF_MARK && isVerified(window, at, at + end) ? end : -1;
    }

    /** Whether the checksum is right, for the token with the prefix of its instance or without it. */
    private static boolean isVerified(Window window, int at, int end) {
        int first = Math.max(0, at - MOST_OF_INSTANCE);
        for (int from = at; from >= first; from--) {
            if (Checksums.isRoutableToken(window.text(from, end))) {
                return true;
            }
        }
        return false;
    }
}
