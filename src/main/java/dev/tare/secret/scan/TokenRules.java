package dev.tare.secret.scan;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.secret.SecretKind;

/**
 * The tokens that can be told by their form, as those who issue them describe it, or as tokens of theirs are.
 *
 * @see <a href="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/">GitHub,
 *      Behind GitHub's new authentication token formats</a>
 * @see <a href="https://docs.gitlab.com/security/tokens/#token-prefixes">GitLab, token prefixes</a>
 */
final class TokenRules {

    static final List<SecretRule> ALL = Stream.of(forges(), clouds(), registries(), services())
            .flatMap(List::stream)
            .toList();

    private TokenRules() {}

    private static List<SecretRule> forges() {
        return List.of(github("ghp_"), github("gho_"), github("ghu_"), github("ghs_"), github("ghr_"),
                rule(SecretKind.GITHUB_TOKEN, "github_pat_", "[A-Za-z0-9]{22}_[A-Za-z0-9]{59}"),
                new TokenRule(SecretKind.GITLAB_TOKEN, "glpat-", "[\\w-]{27,300}+\\.[0-9a-z]{2}[0-9a-z]{7}",
                        Checksums::isRoutableToken),
                rule(SecretKind.GITLAB_TOKEN, "glpat-", "[\\w-]{20}"),
                new TokenRule(SecretKind.ATLASSIAN_TOKEN, "ATATT3", "[\\w-]{150,200}+=[0-9A-F]{8}",
                        Checksums::endsWithHexCrc32));
    }

    private static List<SecretRule> clouds() {
        return List.of(rule(SecretKind.GOOGLE_API_KEY, "AIza", "[\\w-]{35}"),
                rule(SecretKind.GOOGLE_OAUTH_SECRET, "GOCSPX-", "[\\w-]{28}"),
                rule(SecretKind.DIGITALOCEAN_TOKEN, "dop_v1_", "[0-9a-f]{64}"),
                rule(SecretKind.DIGITALOCEAN_TOKEN, "doo_v1_", "[0-9a-f]{64}"),
                rule(SecretKind.DIGITALOCEAN_TOKEN, "dor_v1_", "[0-9a-f]{64}"),
                rule(SecretKind.VAULT_TOKEN, "hvs.", "(?:[\\w-]{90,200}+|[A-Za-z0-9]{24})"),
                rule(SecretKind.VAULT_TOKEN, "hvb.", "[\\w-]{130,300}+"),
                new TokenRule(SecretKind.GRAFANA_TOKEN, "glsa_", "[A-Za-z0-9]{32}_[0-9a-f]{8}",
                        Checksums::endsWithGrafanaCrc32));
    }

    private static List<SecretRule> registries() {
        return List.of(
                new TokenRule(SecretKind.NPM_TOKEN, "npm_", "[A-Za-z0-9]{36}", Checksums::endsWithBase62Crc32),
                new TokenRule(SecretKind.PYPI_TOKEN, "pypi-", "AgE[\\w-]{80,400}+", Macaroons::isOfPyPi),
                rule(SecretKind.RUBYGEMS_KEY, "rubygems_", "[0-9a-f]{48}"),
                rule(SecretKind.DOCKER_HUB_TOKEN, "dckr_pat_", "[\\w-]{27}"),
                rule(SecretKind.DOCKER_HUB_TOKEN, "dckr_oat_", "[\\w-]{32}"));
    }

    private static List<SecretRule> services() {
        return List.of(
                rule(SecretKind.SLACK_TOKEN, "xoxb-", "[0-9]{9,14}-(?:[0-9]{9,14}-)?+[A-Za-z0-9]{24}"),
                rule(SecretKind.SLACK_TOKEN, "xoxp-", "[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[0-9a-f]{32}"),
                rule(SecretKind.SLACK_TOKEN, "xoxa-", "2-[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[0-9a-f]{32}"),
                rule(SecretKind.SLACK_TOKEN, "xoxr-", "2?-?+[0-9]{9,14}-[0-9]{9,14}-[0-9]{9,14}-[0-9a-f]{32}"),
                rule(SecretKind.SLACK_TOKEN, "xapp-", "[0-9]-A[A-Z0-9]{8,12}-[0-9]{9,14}-[0-9a-f]{64}"),
                rule(SecretKind.SLACK_WEBHOOK, "hooks.slack.com",
                        "/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{24}"),
                rule(SecretKind.STRIPE_KEY, "sk_live_", "[A-Za-z0-9]{24,250}+"),
                rule(SecretKind.STRIPE_KEY, "rk_live_", "[A-Za-z0-9]{24,250}+"),
                rule(SecretKind.SENDGRID_KEY, "SG.", "[\\w-]{22}\\.[\\w-]{43}"),
                rule(SecretKind.ANTHROPIC_KEY, "sk-ant-", "(?:api|admin|oat)[0-9]{2}-[\\w-]{93}AA"),
                new TokenRule(SecretKind.OPENAI_KEY, "sk-", "[\\w-]{40,250}+", TokenRules::isMarkedByOpenAi),
                new TokenRule(SecretKind.HUGGING_FACE_TOKEN, "hf_", "[A-Za-z]{34}", TokenRules::isOfBothCases));
    }

    private static SecretRule github(String prefix) {
        return new TokenRule(SecretKind.GITHUB_TOKEN, prefix, "[A-Za-z0-9]{36,251}+", Checksums::endsWithBase62Crc32);
    }

    private static SecretRule rule(SecretKind kind, String prefix, String form) {
        return new TokenRule(kind, prefix, form, token -> true);
    }

    /** {@code OpenAI} in Base64 stands in the middle, with at least twenty characters before and after. */
    private static boolean isMarkedByOpenAi(String token) {
        int mark = token.indexOf("T3BlbkFJ");
        return mark >= "sk-".length() + 20 && token.length() - mark >= "T3BlbkFJ".length() + 20;
    }

    /** A name of as many letters in a program has few capitals; of random ones it is half of them. */
    private static boolean isOfBothCases(String token) {
        long capitals = token.chars().filter(Character::isUpperCase).count();
        return capitals >= 7 && token.length() - capitals >= 10;
    }
}
