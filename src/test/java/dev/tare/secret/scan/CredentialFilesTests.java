package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import dev.tare.secret.ContentSecrets;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.SecretKind;
import dev.tare.secret.SecretMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

public class CredentialFilesTests {

    public static Stream<Arguments> credentials() {
        return Stream.of(
                arguments("root/.npmrc", "//registry.example.org/:_authToken=abcdef0123", SecretKind.NPM_CREDENTIALS),
                arguments("app/.npmrc", "_password = \"c2VjcmV0MQ==\"", SecretKind.NPM_CREDENTIALS),
                arguments("root/.yarnrc.yml", "npmAuthToken: abcdef0123", SecretKind.NPM_CREDENTIALS),
                arguments("root/.netrc", "machine a.b login me password hunter2", SecretKind.NETRC_PASSWORD),
                arguments("root/.m2/settings.xml", "<server><password>hunter2</password></server>",
                        SecretKind.MAVEN_PASSWORD),
                arguments("root/.m2/settings.xml", "<password>{COQLCE6DU6GtcS5P=}</password>",
                        SecretKind.ENCRYPTED_MAVEN_PASSWORD),
                arguments("root/.pypirc", "password: hunter2", SecretKind.PYPI_PASSWORD),
                arguments("root/.git-credentials", "https://me:hunter2@forge.org", SecretKind.GIT_CREDENTIALS),
                arguments("app/.git/config", "url = https://me:hunter2@forge.org/a.git", SecretKind.GIT_CREDENTIALS),
                arguments("root/.kube/config", "    token: abcdef0123", SecretKind.KUBERNETES_CREDENTIALS),
                arguments("root/.pgpass", "db:5432:*:me:hunter2", SecretKind.DATABASE_PASSWORD),
                arguments("root/.my.cnf", "password=hunter2", SecretKind.DATABASE_PASSWORD),
                arguments("root/.cargo/credentials.toml", "token = \"abcdef0123\"", SecretKind.CARGO_TOKEN),
                arguments("root/.composer/auth.json",
                        "{\"http-basic\":{\"a.b\":{\"username\":\"me\",\"password\":\"hunter2\"}}}",
                        SecretKind.COMPOSER_CREDENTIALS),
                arguments("etc/shadow", "root:$6$salt$abcdefgh0123456789abcdefgh:20000:0:99999:7:::",
                        SecretKind.PASSWORD_HASH),
                arguments("srv/.htpasswd", "me:$apr1$salt$abcdefgh0123456789abcd", SecretKind.PASSWORD_HASH),
                arguments("etc/apt/auth.conf", "machine a.b login me password hunter2", SecretKind.NETRC_PASSWORD),
                arguments("etc/apt/auth.conf.d/b.conf", "machine a.b login me password hunter2",
                        SecretKind.NETRC_PASSWORD),
                arguments("root/.config/pip/pip.conf", "index-url = https://me:hunter2@index.org/simple",
                        SecretKind.PYPI_PASSWORD),
                arguments("root/.terraform.d/credentials.tfrc.json",
                        "{\"credentials\":{\"a.b\":{\"token\":\"abcdef0123\"}}}", SecretKind.TERRAFORM_TOKEN),
                arguments("root/.terraformrc", "  token = \"abcdef0123\"", SecretKind.TERRAFORM_TOKEN),
                arguments("root/.aws/credentials",
                        "aws_secret_access_key = " + FakeTokens.random(FakeTokens.BASE62 + "+/", 40),
                        SecretKind.AWS_ACCESS_KEY),
                arguments("root/.docker/config.json", docker("me:hunter2"), SecretKind.REGISTRY_LOGIN));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void credentialIsFoundInItsFileOnly(String path, String line, SecretKind kind) {
        assertThat(scan(path, "\n" + line + "\n").matches())
                .containsExactly(new SecretMatch(kind, 2));
        assertThat(scan("app/notes.txt", "\n" + line + "\n").matches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "root/.npmrc | //registry.example.org/:_authToken=${NPM_TOKEN}",
            "root/.npmrc | # _password=abc", "root/.netrc | machine a.b login me",
            "root/.m2/settings.xml | <password>${env.PASSWORD}</password>",
            "root/.m2/settings.xml | <!-- <password>hunter2</password> -->",
            "root/.pypirc | password = <your password>", "root/.git-credentials | https://forge.org/me",
            "root/.pgpass | # db:5432:*:me:hunter2", "root/.my.cnf | password=changeme",
            "etc/shadow | root:*:20000:0:99999:7:::", "etc/shadow | root:!$6$x$y:20000:0:99999:7:::",
            "etc/shadow | root::20000:0:99999:7:::", "root/.kube/config | token: REDACTED" })
    void placeholdersAndLockedAccountsAreNotSecrets(String path, String line) {
        assertThat(scan(path, line + "\n").matches()).isEmpty();
    }

    @Test
    void lineIsCountedAfterComments() {
        assertThat(scan("root/.m2/settings.xml", "<!-- <password>one</password>\n\n--><a/><!---->\n"
                + "<!--x-->  <password>hunter2</password>").matches())
                .containsExactly(new SecretMatch(SecretKind.MAVEN_PASSWORD, 4));
    }

    @Test
    void unclosedCommentIsNotAComment() {
        assertThat(scan("root/.m2/settings.xml", "<!-- <password>hunter2</password>").matches()).hasSize(1);
    }

    /** One search for an end is enough. Two million searches would take too long. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void unclosedCommentsAreReadOnce() {
        String text = "<!--".repeat(2 << 20);
        assertThat(CredentialFiles.withoutComments(text)).isEqualTo(text);
    }

    @Test
    void dockersLoginNeedsAPassword() {
        assertThat(scan("root/.docker/config.json", docker("me:hunter2")).matches()).extracting(SecretMatch::kind)
                .containsExactly(SecretKind.REGISTRY_LOGIN);
        assertThat(scan("root/.docker/config.json", docker("me:")).matches()).isEmpty();
        assertThat(scan("root/.docker/config.json", "{\"auths\":{\"r\":{}},\"credsStore\":\"x\"}").matches())
                .isEmpty();
    }

    @Test
    void awsKeyIsReportedOnceAtAnyDistanceOfItsId() {
        String[] lines = FakeTokens.aws().split("\n");
        for (String between : new String[] { "\n", "\n# " + "far ".repeat(100) + "\n" }) {
            for (String text : new String[] { lines[0] + between + lines[1], lines[1] + between + lines[0] }) {
                assertThat(scan("root/.aws/credentials", text + "\n").matches()).extracting(SecretMatch::kind)
                        .containsExactly(SecretKind.AWS_ACCESS_KEY);
            }
        }
    }

    @Test
    void tokenInACredentialFileIsReportedOnce() {
        assertThat(scan("root/.npmrc", "//r/:_authToken=" + FakeTokens.withBase62Crc32("np" + "m", 30)).matches())
                .extracting(SecretMatch::kind)
                .containsExactly(SecretKind.NPM_TOKEN);
    }

    @Test
    void everyCredentialOfALineIsReported() {
        String two = "{\"auths\":{\"r\":{\"auth\":\"" + base64("me:hunter2") + "\"},\"s\":{\"auth\":\""
                + base64("you:hunter3") + "\"}}}";
        assertThat(scan("root/.docker/config.json", two).matches()).hasSize(2);
        assertThat(scan("root/.docker/config.json", "\0" + two).matches()).hasSize(2);
    }

    private static String docker(String login) {
        return "{\"auths\":{\"r\":{\"auth\":\"" + base64(login) + "\"}}}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ContentSecrets scan(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        SecretScan scan = new SecretScan();
        scan.begin(path);
        scan.update(bytes, 0, bytes.length);
        return scan.finish();
    }
}
