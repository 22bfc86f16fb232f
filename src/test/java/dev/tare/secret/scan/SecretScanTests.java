package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.secret.Certainty;
import dev.tare.secret.ContentSecrets;
import dev.tare.secret.FakeKeys;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.SecretCounts;
import dev.tare.secret.SecretKind;
import dev.tare.secret.SecretMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tare.secret.FakeTokens.BASE62;
import static dev.tare.secret.FakeTokens.HEX;
import static dev.tare.secret.FakeTokens.URL_BASE64;
import static dev.tare.secret.FakeTokens.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

public class SecretScanTests {

    public static Stream<Arguments> secrets() {
        return Stream.concat(FakeTokens.gitLab().stream().map(token -> arguments(SecretKind.GITLAB_TOKEN, token)),
                others());
    }

    private static Stream<Arguments> others() {
        return Stream.of(arguments(SecretKind.PRIVATE_KEY, FakeKeys.pkcs8(FakeKeys.RSA)),
                arguments(SecretKind.PRIVATE_KEY, FakeKeys.pkcs8(FakeKeys.EC)),
                arguments(SecretKind.PRIVATE_KEY, FakeKeys.pkcs1()),
                arguments(SecretKind.PRIVATE_KEY, FakeKeys.sec1()),
                arguments(SecretKind.PRIVATE_KEY, FakeKeys.pkcs1().replace("\n", "\r\n")),
                arguments(SecretKind.PRIVATE_KEY, "key: \"" + FakeKeys.pkcs1().replace("\n", "\\n") + "\""),
                arguments(SecretKind.ENCRYPTED_PRIVATE_KEY, FakeKeys.encryptedPkcs8()),
                arguments(SecretKind.ENCRYPTED_PRIVATE_KEY, FakeKeys.encryptedOfOpenSsl()),
                arguments(SecretKind.OPENSSH_PRIVATE_KEY, FakeKeys.openSsh("none")),
                arguments(SecretKind.ENCRYPTED_OPENSSH_PRIVATE_KEY, FakeKeys.openSsh("aes256-ctr")),
                arguments(SecretKind.PUTTY_PRIVATE_KEY, FakeKeys.putty("none")),
                arguments(SecretKind.ENCRYPTED_PUTTY_PRIVATE_KEY, FakeKeys.putty("aes256-cbc")),
                arguments(SecretKind.PRIVATE_KEY, "client-key-data: " + base64(FakeKeys.pkcs8(FakeKeys.EC))),
                arguments(SecretKind.PRIVATE_KEY, "key: |\n  "
                        + base64(FakeKeys.pkcs8(FakeKeys.RSA)).replaceAll("(.{76})", "$1\n  ") + "\nother: value"),
                arguments(SecretKind.PGP_PRIVATE_KEY, FakeKeys.pgp()),
                arguments(SecretKind.AGE_PRIVATE_KEY, FakeTokens.age()),
                arguments(SecretKind.GOOGLE_OAUTH_SECRET, "GOC" + "SPX-" + random(URL_BASE64, 28)),
                arguments(SecretKind.ATLASSIAN_TOKEN, FakeTokens.atlassian()),
                arguments(SecretKind.GOOGLE_SERVICE_ACCOUNT, "{\"private_key\": \""
                        + FakeKeys.pkcs8(FakeKeys.RSA).replace("\n", "\\n") + "\", \"client_email\": \"a@b.c\"}"),
                arguments(SecretKind.AWS_ACCESS_KEY, FakeTokens.aws()),
                arguments(SecretKind.AZURE_STORAGE_KEY, "AccountName=a;Account" + "Key=" + base64(random(HEX, 64))),
                arguments(SecretKind.AZURE_STORAGE_KEY, "AZURE_STORAGE" + "_KEY=" + base64(random(HEX, 64))),
                arguments(SecretKind.AZURE_STORAGE_KEY,
                        "export AZURE_STORAGE" + "_ACCOUNT_KEY='" + base64(random(HEX, 64)) + "'"),
                arguments(SecretKind.AZURE_STORAGE_KEY,
                        "{\"AZURE_STORAGE" + "_KEY\": \"" + base64(random(HEX, 64)) + "\"}"),
                arguments(SecretKind.AZURE_STORAGE_KEY,
                        "--account" + "-key " + base64(random(HEX, 64)) + " -c a"),
                arguments(SecretKind.AZURE_STORAGE_KEY,
                        "[\"--account" + "-key\", \"" + base64(random(HEX, 64)) + "\"]"),
                arguments(SecretKind.GITHUB_TOKEN, FakeTokens.withBase62Crc32("gh" + "p", 30)),
                arguments(SecretKind.GITHUB_TOKEN, "https://x:" + FakeTokens.withBase62Crc32("gh" + "s", 30) + "@host"),
                arguments(SecretKind.GITHUB_TOKEN, FakeTokens.withBase62Crc32("gh" + "r", 70)),
                arguments(SecretKind.GITHUB_TOKEN, "gh" + "s_123456_" + FakeTokens.jsonWebToken()),
                arguments(SecretKind.GITHUB_TOKEN, "gh" + "s_123456_" + random(URL_BASE64, 29)),
                arguments(SecretKind.GITHUB_TOKEN, "github" + "_pat_" + random(BASE62, 22) + "_" + random(BASE62, 59)),
                arguments(SecretKind.GITLAB_TOKEN, FakeTokens.routable()),
                arguments(SecretKind.GITLAB_TOKEN, FakeTokens.routable(".01")),
                arguments(SecretKind.GITLAB_TOKEN, "glp" + "at-" + random(URL_BASE64, 20)),
                arguments(SecretKind.GITLAB_TOKEN, "SIE-" + "glp" + "at-" + random(URL_BASE64, 20)),
                arguments(SecretKind.GITLAB_TOKEN, FakeTokens.routable("my-company-" + "glp" + "at-", ".01")),
                arguments(SecretKind.NPM_TOKEN, "x=" + FakeTokens.withBase62Crc32("np" + "m", 30)),
                arguments(SecretKind.PYPI_TOKEN, FakeTokens.pypi()),
                arguments(SecretKind.GRAFANA_TOKEN, FakeTokens.grafana()),
                arguments(SecretKind.SLACK_TOKEN, "xo" + "xb-" + random("0123456789", 12) + "-"
                        + random("0123456789", 12) + "-" + random(BASE62, 24)),
                arguments(SecretKind.SLACK_TOKEN, "xo" + "xe-1-" + random(BASE62, 146)),
                arguments(SecretKind.SLACK_TOKEN, "xo" + "xe.xo" + "xp-1-" + random(BASE62, 166)),
                arguments(SecretKind.SLACK_TOKEN, "xo" + "xe.xo" + "xb-1-" + random(BASE62, 163)),
                arguments(SecretKind.SLACK_TOKEN, "xa" + "pp-1-A0AB1CD2E3F-" + random("0123456789", 13) + "-"
                        + random(HEX, 64)),
                arguments(SecretKind.SLACK_TOKEN, "xa" + "pp-12-A0AB1CD2E3F-" + random("0123456789", 13) + "-"
                        + random(HEX, 64)),
                arguments(SecretKind.SLACK_WEBHOOK, "https://hooks.slack" + ".com/services/T0AB1CD2E/B0AB1CD2E/"
                        + random(BASE62, 24)),
                arguments(SecretKind.STRIPE_KEY, "sk_" + "live_" + random(BASE62, 24)),
                arguments(SecretKind.SENDGRID_KEY, "S" + "G." + random(URL_BASE64, 22) + "." + random(URL_BASE64, 43)),
                arguments(SecretKind.DOCKER_HUB_TOKEN, "dckr" + "_pat_" + random(URL_BASE64, 27)),
                arguments(SecretKind.VAULT_TOKEN, "hv" + "s." + random(URL_BASE64, 95)),
                arguments(SecretKind.ANTHROPIC_KEY, "sk-" + "ant-api03-" + random(URL_BASE64, 93) + "AA"),
                arguments(SecretKind.OPENAI_KEY, "sk-" + "proj-" + random(BASE62, 40) + "T3Blbk" + "FJ"
                        + random(BASE62, 40)),
                arguments(SecretKind.HUGGING_FACE_TOKEN, "h" + "f_" + random(BASE62.substring(10), 34)),
                arguments(SecretKind.DIGITALOCEAN_TOKEN, "dop" + "_v1_" + random(HEX, 64)),
                arguments(SecretKind.RUBYGEMS_KEY, "rubygems" + "_" + random(HEX, 48)));
    }

    static Stream<String> noSecrets() {
        return Stream.of("-----" + "BEGIN PRIVATE KEY-----\n" + random(BASE62, 64) + "\n-----" + "END PRIVATE KEY-----",
                FakeKeys.pkcs1().replace("\n-----" + "END", "\n...\n-----" + "END"),
                FakeKeys.pkcs1().substring(0, 800),
                FakeKeys.pkcs1().replace("PRIVATE", "PUBLIC"),
                FakeKeys.openSsh("none").replace("b3BlbnNzaC", "b3BlbnNzaD"),
                "-----" + "BEGIN RSA PRIVATE KEY-----", "gh" + "p_" + random(BASE62, 36),
                "np" + "m_" + random(BASE62, 36), "gh" + "p_" + "x".repeat(36),
                "gh" + "s_" + random(BASE62, 36), "gh" + "s_123456_" + random(URL_BASE64, 20),
                "gh" + "s_write_some_long_name_of_a_function_in_a_program", "glp" + "at-" + "x".repeat(20),
                FakeTokens.routable(".01").replace(".01.", ".02."),
                FakeTokens.routable("gl" + "rt-", ".01").replace(".01.", ".02."),
                "gl" + "rt-" + "x".repeat(20), "gl" + "dt-" + random(URL_BASE64, 19), "gl" + "agent-for-kubernetes",
                "gl" + "cbt-" + random(BASE62, 20), "x" + "gl" + "dt-" + random(URL_BASE64, 20),
                "x" + FakeTokens.withBase62Crc32("gh" + "p", 30), FakeTokens.withBase62Crc32("gh" + "p", 30) + "x",
                "AK" + "IA" + random("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
                "AK" + "IA" + random("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16) + " " + random(HEX, 40),
                "AK" + "IAIOSFODNN7EXAMPLE\n" + "wJalrXUtnFEMI/K7MD" + "ENG/bPxRfiCYEXAMPLEKEY",
                "gh" + "p_zQWBuTSOoRi4A9spHcVY5n" + "cnsDkxkJ0mLq17", "sk_live_" + "your_stripe_key_comes_here",
                "xo" + "xe-1-" + random(BASE62, 60), "xo" + "xe-" + random(BASE62, 146),
                "xo" + "xe.xo" + "xp-1-" + "x".repeat(166), "xo" + "xe.xo" + "xz-1-" + random(BASE62, 166),
                "xa" + "pp-1234-A0AB1CD2E3F-" + random("0123456789", 13) + "-" + random(HEX, 64),
                base64(random(HEX, 64)), "AZURE_STORAGE" + "_KEY=" + base64(random(HEX, 63)),
                "AZURE_STORAGE" + "_KEY=" + "A".repeat(86) + "==",
                "MY_AZURE_STORAGE" + "_KEYS=" + base64(random(HEX, 64)),
                "--account" + "-key $AZURE_STORAGE_KEY",
                "AI" + "za" + random(URL_BASE64, 35), FakeTokens.jsonWebToken());
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void secretIsFoundAtAnyPlace(SecretKind kind, String secret) {
        assertThat(kinds(scan("app/file", secret))).containsExactly(kind);
        assertThat(scan("app/file", "one\ntwo\n'" + secret + "'\n").matches()).first()
                .isEqualTo(new SecretMatch(kind, secret.startsWith("key: |") ? 4 : 3));
        for (int before : new int[] { 131_072 - 16_384 - 2, 131_072 - 16_384, 131_072 - 10, 131_072, 300_000 }) {
            assertThat(kinds(scan("app/file", "words and\n".repeat(before / 10) + " ".repeat(before % 10) + secret)))
                    .as("after %s bytes", before)
                    .containsExactly(kind);
        }
    }

    /** The search reads every other pair of bytes, and keeps only a part of a content. */
    @ParameterizedTest
    @MethodSource("secrets")
    void secretIsFoundAcrossEveryBorder(SecretKind kind, String secret) {
        for (int before = 0; before < 40; before++) {
            assertThat(kinds(scan("app/file", " ".repeat(before) + secret))).as("after %s bytes", before)
                    .containsExactly(kind);
            assertThat(kinds(scan("app/file", " ".repeat(131_072 - 16_384 - before) + secret)))
                    .as("%s bytes before a border", before)
                    .containsExactly(kind);
        }
    }

    /** The key has no mark of its own, and every language writes an assignment in another way. */
    @ParameterizedTest
    @ValueSource(strings = { "- name: %s_KEY\n  value: \"", "{name: %s_KEY, value: \"", "%s_KEY := ", "%s_KEY ?= ",
            "${%s_KEY:-", "{\"name\": \"%s_KEY\", \"value\": \"", "<add key=\"%s_KEY\" value=\"", "'%s_KEY' => '",
            "%s_KEY: |-\n    ", "%s_KEY\t  :        \"", "- name: '%s_KEY'\r\n          value: '", "%s_ACCESS_KEY=",
            "ENV %s_ACCOUNT_KEY \\\n    ", "{\\\"%s_KEY\\\": \\\"" })
    void azureKeyAfterItsNameIsFound(String before) {
        String key = base64(random(HEX, 64));
        for (String name : List.of("AZURE" + "_STORAGE", "azure" + "_storage")) {
            String text = name.startsWith("A") ? before.formatted(name)
                    : before.formatted(name)
                            .replace("_KEY", "_key")
                            .replace("_AC", "_ac")
                            .replace("CESS", "cess")
                            .replace("COUNT", "count");
            assertThat(kinds(scan("app/file", text + key + "\"\n"))).as(text)
                    .containsExactly(SecretKind.AZURE_STORAGE_KEY);
        }
    }

    @Test
    void azureKeyInTheNextLineOfACommandIsFound() {
        for (String between : List.of(" \\\n  ", "=", " \"", "\n      - ", "', '")) {
            assertThat(kinds(scan("app/run.sh", "az --account" + "-key" + between + base64(random(HEX, 64)))))
                    .as(between)
                    .containsExactly(SecretKind.AZURE_STORAGE_KEY);
        }
    }

    @Test
    void azureKeyFarFromItsNameIsNotASecret() {
        for (String between : List.of(" ".repeat(65), " = other, ", "\n  value: other\n", "S=", "_FILE=",
                " value ".repeat(2), "")) {
            assertThat(kinds(scan("app/file", "AZURE" + "_STORAGE_KEY" + between + base64(random(HEX, 64)))))
                    .as(between)
                    .isEmpty();
        }
    }

    @Test
    void adjacentSecretsAreAllFound() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        for (String between : List.of(" ", "\"", "\\n", "\\t", "  ", "@")) {
            assertThat(kinds(scan("file", token + between + token + between + token))).hasSize(3);
        }
    }

    /** The last characters of an escape could be confused with the first characters of a word. */
    @ParameterizedTest
    @ValueSource(strings = { "\\n", "\\r", "\\t", "\\\\n", "\\\"", "%22", "%3D", "%3d", "%253D", "%25253A", "\\u003d",
            "\\u003D",
            "\\\\u0022", "\\x3d", "\\u201c" })
    void secretAfterAnEscapeIsFound(String escape) {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        String encoded = base64(FakeKeys.pkcs8(FakeKeys.EC));
        assertThat(kinds(scan("file", "name" + escape + token + escape + "x")))
                .containsExactly(SecretKind.GITHUB_TOKEN);
        assertThat(kinds(scan("file", escape + token))).containsExactly(SecretKind.GITHUB_TOKEN);
        assertThat(kinds(scan("file", "name" + escape + encoded + escape))).containsExactly(SecretKind.PRIVATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "22", "u003d", "n", "\\s", "%41", "\\u0041", "%5F", "%zz", "x22", "0022", "\\x41", "253D" })
    void wordBeforeATokenIsNotAnEscape(String before) {
        assertThat(kinds(scan("file", before + FakeTokens.withBase62Crc32("gh" + "p", 30)))).isEmpty();
    }

    @Test
    void keyAfterAnotherBlockInItsLineIsFound() {
        String certificate = FakeKeys.pkcs8(FakeKeys.EC).replace("PRIVATE KEY", "CERTIFICATE").strip();
        String key = FakeKeys.pkcs8(FakeKeys.RSA);
        assertThat(scan("file", certificate + key + key.strip() + key).matches()).extracting(SecretMatch::kind)
                .containsExactly(SecretKind.PRIVATE_KEY, SecretKind.PRIVATE_KEY, SecretKind.PRIVATE_KEY);
        for (String lineEnd : List.of("\\n", "\\r\\n", "\\\\n", "\\\\\\\\n", " ", "")) {
            String line = (certificate + "\n" + FakeKeys.encryptedOfOpenSsl() + key).replace("\n", lineEnd);
            assertThat(kinds(scan("file", "{\"pem\": \"" + line + "\"}"))).as("lines that end with %s", lineEnd)
                    .contains(SecretKind.PRIVATE_KEY);
        }
    }

    @Test
    void linesAreCountedInWindowsThatHaveLeft() {
        for (int before : new int[] { 0, 1, 7, 8, 9, 114_688, 114_689, 500_003 }) {
            String text = "\n\u008a\u000b\n\t".repeat(before / 5) + "\n".repeat(before % 5);
            int line = 1 + before / 5 * 2 + before % 5;
            assertThat(scan("file", text + FakeTokens.withBase62Crc32("gh" + "p", 30)).matches())
                    .extracting(SecretMatch::line)
                    .containsExactly(line);
        }
    }

    @ParameterizedTest
    @MethodSource("noSecrets")
    void textWithoutASecretHasNoFinding(String text) {
        assertThat(scan("app/file", text).matches()).isEmpty();
        assertThat(scan("app/file", "a = \"" + text + "\"\n").matches()).isEmpty();
    }

    @Test
    void secretIsFoundInAnyPiecesOfTheContent() {
        byte[] content = ("x\n".repeat(100_000) + FakeKeys.pkcs1()).getBytes(StandardCharsets.UTF_8);
        for (int step : new int[] { 1, 7, 4096, 131_072, content.length }) {
            assertThat(scan("key", content, step).matches())
                    .containsExactly(new SecretMatch(SecretKind.PRIVATE_KEY, 100_001));
        }
    }

    @Test
    void binaryContentHasNoLines() {
        assertThat(scan("bin/x", "\u007fELF\0\0" + FakeKeys.pkcs1()).matches())
                .containsExactly(new SecretMatch(SecretKind.PRIVATE_KEY, null));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void secretIsFoundInTextInUtf16(SecretKind kind, String secret) {
        for (int before : new int[] { 0, 1, 65_530, 131_072 - 16_384, 131_072, 300_001 }) {
            byte[] text = ("\ufeff" + "é".repeat(before) + "\n" + secret + "\n").getBytes(StandardCharsets.UTF_16LE);
            for (int step : new int[] { 4_095, text.length }) {
                assertThat(scan("file", text, step).matches()).as("after %s characters", before)
                        .containsExactly(new SecretMatch(kind, secret.startsWith("key: |") ? 3 : 2));
            }
        }
        assertThat(kinds(scan("file", ("\ufeff中文 \n" + secret).getBytes(StandardCharsets.UTF_16BE), 3)))
                .containsExactly(kind);
    }

    /** Other content may begin with a byte order mark by chance. It is searched without conversion. */
    @Test
    void secretIsFoundAfterAMarkOfNoText() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        assertThat(kinds(scan("file", "\u00ff\u00fe" + token))).containsExactly(SecretKind.GITHUB_TOKEN);
        assertThat(kinds(scan("file", "\u00fe\u00ffa\0b\0\0\0 " + token))).containsExactly(SecretKind.GITHUB_TOKEN);
    }

    @Test
    void credentialFileInUtf16IsRead() {
        byte[] text = "\ufeff\n_password=hunter2\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(scan("root/.npmrc", text, 1).matches())
                .containsExactly(new SecretMatch(SecretKind.NPM_CREDENTIALS, 2));
    }

    @Test
    void compressedContentIsNotSearched() {
        assertThat(scan("a.jar", "PK\u0003\u0004" + FakeKeys.pkcs1()).isEmpty()).isTrue();
    }

    @Test
    void previousContentHasNoEffect() {
        SecretScan scan = new SecretScan();
        scan.begin("a");
        byte[] key = FakeKeys.pkcs1().getBytes(StandardCharsets.UTF_8);
        scan.update(key, 0, key.length);
        assertThat(scan.finish().matches()).hasSize(1);
        scan.begin("b");
        scan.update(key, 100, 50);
        assertThat(scan.finish()).isEqualTo(ContentSecrets.NONE);
    }

    @Test
    void manySecretsOfOneContentAreCounted() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            tokens.add(FakeTokens.withBase62Crc32("gh" + "p", 30));
        }
        ContentSecrets found = scan("tokens", String.join("\n", tokens));
        assertThat(found.matches()).hasSize(20).last().extracting(SecretMatch::line).isEqualTo(20);
        assertThat(found.more()).isEqualTo(SecretCounts.NONE.plus(Certainty.VERIFIED, 30));
    }

    @Test
    void manySecretsThatAreProtectedLeaveRoomForOthers() {
        ContentSecrets found = scan("keys", FakeKeys.openSsh("aes256-ctr").repeat(21) + FakeKeys.pkcs1());
        assertThat(found.kept(Certainty.PROTECTED)).isEqualTo(20);
        assertThat(found.kept(Certainty.VERIFIED)).isEqualTo(1);
        assertThat(found.more()).isEqualTo(SecretCounts.NONE.plus(Certainty.PROTECTED, 1));
    }

    private static List<SecretKind> kinds(ContentSecrets found) {
        return found.matches().stream().map(SecretMatch::kind).toList();
    }

    private static ContentSecrets scan(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        return scan(path, bytes, Math.max(1, bytes.length));
    }

    private static ContentSecrets scan(String path, byte[] content, int step) {
        SecretScan scan = new SecretScan();
        scan.begin(path);
        for (int at = 0; at < content.length; at += step) {
            scan.update(content, at, Math.min(step, content.length - at));
        }
        return scan.finish();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
