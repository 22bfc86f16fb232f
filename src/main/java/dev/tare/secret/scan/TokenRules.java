package dev.tare.secret.scan;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The table of tokens with a distinct form, from the documentation of their issuers or from their tokens. A row has a
 * kind, the prefix of a token, the form of the rest, and a check of the whole token if the form is not enough. Among
 * rows with the same prefix, the first match counts.
 *
 * @see <a href="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/">GitHub,
 *      Behind GitHub's new authentication token formats</a>
 * @see <a href="https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats">GitHub's
 *      token formats: since April 2026, tokens of apps and of Actions are {@code ghs_}, the ID of the app, and a JSON
 *      Web Token</a>
 * @see <a href="https://docs.slack.dev/authentication/using-token-rotation">Slack, using token rotation</a>
 */
final class TokenRules {

    private static final String GITHUB = "[A-Za-z0-9]{36,251}+";

    /** Tokens that Slack rotates: a version, and then numbers and letters. */
    private static final String SLACK_ROTATED = "[0-9]{1,2}-[A-Za-z0-9]{100,300}+";

    static final List<SecretRule> ALL = List.of(
            // forges
            row(SecretKind.GITHUB_TOKEN, "ghp_", GITHUB, Checksums::endsWithBase62Crc32),
            row(SecretKind.GITHUB_TOKEN, "gho_", GITHUB, Checksums::endsWithBase62Crc32),
            row(SecretKind.GITHUB_TOKEN, "ghu_", GITHUB, Checksums::endsWithBase62Crc32),
            row(SecretKind.GITHUB_TOKEN, "ghs_", GITHUB, Checksums::endsWithBase62Crc32),
            row(SecretKind.GITHUB_TOKEN, "ghs_", "(?=[A-Za-z0-9]{1,36}+[._-])[A-Za-z0-9._-]{36,2000}+",
                    TokenRules::isOfAllSorts),
            row(SecretKind.GITHUB_TOKEN, "ghr_", GITHUB, Checksums::endsWithBase62Crc32),
            row(SecretKind.GITHUB_TOKEN, "github_pat_", "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
            row(SecretKind.ATLASSIAN_TOKEN, "ATATT3", "[\\w-]{150,200}+=[0-9A-F]{8}", Checksums::endsWithHexCrc32),
            // clouds
            row(SecretKind.GOOGLE_API_KEY, "AIza", "[\\w-]{35}"),
            row(SecretKind.GOOGLE_OAUTH_SECRET, "GOCSPX-", "[\\w-]{28}"),
            row(SecretKind.DIGITALOCEAN_TOKEN, "dop_v1_", "[0-9a-f]{64}"),
            row(SecretKind.DIGITALOCEAN_TOKEN, "doo_v1_", "[0-9a-f]{64}"),
            row(SecretKind.DIGITALOCEAN_TOKEN, "dor_v1_", "[0-9a-f]{64}"),
            row(SecretKind.VAULT_TOKEN, "hvs.", "(?:[\\w-]{90,200}+|[A-Za-z0-9]{24})"),
            row(SecretKind.VAULT_TOKEN, "hvb.", "[\\w-]{130,300}+"),
            row(SecretKind.GRAFANA_TOKEN, "glsa_", "[A-Za-z0-9]{32}_[0-9a-f]{8}", Checksums::endsWithGrafanaCrc32),
            // registries
            row(SecretKind.NPM_TOKEN, "npm_", "[A-Za-z0-9]{36}", Checksums::endsWithBase62Crc32),
            row(SecretKind.PYPI_TOKEN, "pypi-", "AgE[\\w-]{80,400}+", Macaroons::isOfPyPi),
            row(SecretKind.RUBYGEMS_KEY, "rubygems_", "[0-9a-f]{48}"),
            row(SecretKind.DOCKER_HUB_TOKEN, "dckr_pat_", "[\\w-]{27}"),
            row(SecretKind.DOCKER_HUB_TOKEN, "dckr_oat_", "[\\w-]{32}"),
            // services
            row(SecretKind.SLACK_TOKEN, "xoxb-", "[0-9]{9,14}-(?:[0-9]{9,14}-)?+[A-Za-z0-9]{24}"),
            row(SecretKind.SLACK_TOKEN, "xoxp-", "[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[0-9a-f]{32}"),
            row(SecretKind.SLACK_TOKEN, "xoxa-", "2-[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[0-9a-f]{32}"),
            row(SecretKind.SLACK_TOKEN, "xoxr-", "2?-?+[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[0-9a-f]{32}"),
            row(SecretKind.SLACK_TOKEN, "xoxe-", SLACK_ROTATED),
            row(SecretKind.SLACK_TOKEN, "xoxe.xoxp-", SLACK_ROTATED),
            row(SecretKind.SLACK_TOKEN, "xoxe.xoxb-", SLACK_ROTATED),
            row(SecretKind.SLACK_TOKEN, "xapp-", "[0-9]{1,3}-A[A-Z0-9]{8,12}-[0-9]{9,14}-[0-9a-f]{64}"),
            row(SecretKind.SLACK_WEBHOOK, "hooks.slack.com",
                    "/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{24}"),
            row(SecretKind.STRIPE_KEY, "sk_live_", "[A-Za-z0-9]{24,250}+"),
            row(SecretKind.STRIPE_KEY, "rk_live_", "[A-Za-z0-9]{24,250}+"),
            row(SecretKind.SENDGRID_KEY, "SG.", "[\\w-]{22}\\.[\\w-]{43}"),
            row(SecretKind.ANTHROPIC_KEY, "sk-ant-", "(?:api|admin|oat)[0-9]{2}-[\\w-]{93}AA"),
            row(SecretKind.OPENAI_KEY, "sk-", "[\\w-]{40,250}+", TokenRules::isMarkedByOpenAi),
            row(SecretKind.HUGGING_FACE_TOKEN, "hf_", "[A-Za-z]{34}", TokenRules::isOfBothCases));

    private TokenRules() {}

    private static SecretRule row(SecretKind kind, String prefix, String form) {
        return row(kind, prefix, form, token -> true);
    }

    private static SecretRule row(SecretKind kind, String prefix, String form, Predicate<String> check) {
        return new TokenRule(kind, prefix, form, check);
    }

    /** Whether the token has {@code OpenAI} in Base64, with at least twenty characters before and after it. */
    private static boolean isMarkedByOpenAi(String token) {
        int mark = token.indexOf("T3BlbkFJ");
        return mark >= "sk-".length() + 20 && token.length() - mark >= "T3BlbkFJ".length() + 20;
    }

    /**
     * Whether the token has capitals, small letters and digits. Names in programs have no digits, or letters of one
     * case.
     */
    private static boolean isOfAllSorts(String token) {
        return token.chars().filter(Character::isUpperCase).count() >= 4
                && token.chars().filter(Character::isLowerCase).count() >= 4
                && token.chars().filter(Character::isDigit).count() >= 2;
    }

    /**
     * Whether the token has many capitals and small letters. Names in programs have few capitals, but half of random
     * letters are capitals.
     */
    private static boolean isOfBothCases(String token) {
        long capitals = token.chars().filter(Character::isUpperCase).count();
        return capitals >= 7 && token.length() - capitals >= 10;
    }

    /**
     * A token in one line: a prefix, the form of the rest, and a check. The prefix begins a word, and the token ends
     * one.
     */
    private static final class TokenRule implements SecretRule {

        /** Longer than any token. */
        private static final int MOST = 2_048;

        private final SecretKind kind;

        private final String prefix;

        private final Pattern form;

        private final Predicate<String> check;

        /**
         * @param form  of the characters after the prefix, without backtracking
         * @param check of the whole token
         */
        TokenRule(SecretKind kind, String prefix, String form, Predicate<String> check) {
            this.kind = kind;
            this.prefix = prefix;
            this.form = Pattern.compile("(?:" + form + ")(?![A-Za-z0-9_-])");
            this.check = check;
        }

        @Override
        public String anchor() {
            return this.prefix;
        }

        @Override
        public @Nullable Hit match(Window window, int at) {
            String text = window.text(at, at + MOST);
            Matcher matcher = this.form.matcher(text).region(this.prefix.length(), text.length());
            if (!matcher.lookingAt()) {
                return null;
            }
            String token = text.substring(0, matcher.end());
            return Placeholders.isRandom(token.substring(this.prefix.length())) && this.check.test(token)
                    && !KnownExamples.contain(token) ? new Hit(this.kind, at, at + token.length()) : null;
        }
    }
}
