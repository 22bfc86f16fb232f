package dev.tare.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialFilesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "root/.npmrc | //registry.example.org/:_authToken=abcdef0123 | NPM_CREDENTIALS",
            "app/.npmrc | _password = \"c2VjcmV0MQ==\" | NPM_CREDENTIALS",
            "root/.yarnrc.yml | npmAuthToken: abcdef0123 | NPM_CREDENTIALS",
            "root/.netrc | machine a.b login me password hunter2 | NETRC_PASSWORD",
            "root/.m2/settings.xml | <server><password>hunter2</password></server> | MAVEN_PASSWORD",
            "root/.m2/settings.xml | <password>{COQLCE6DU6GtcS5P=}</password> | ENCRYPTED_MAVEN_PASSWORD",
            "root/.pypirc | password: hunter2 | PYPI_PASSWORD",
            "root/.git-credentials | https://me:hunter2@forge.org | GIT_CREDENTIALS",
            "app/.git/config | url = https://me:hunter2@forge.org/a.git | GIT_CREDENTIALS",
            "root/.kube/config | '    token: abcdef0123' | KUBERNETES_CREDENTIALS",
            "root/.pgpass | db:5432:*:me:hunter2 | DATABASE_PASSWORD",
            "root/.my.cnf | password=hunter2 | DATABASE_PASSWORD",
            "root/.cargo/credentials.toml | token = \"abcdef0123\" | CARGO_TOKEN",
            "root/.composer/auth.json | '{\"http-basic\":{\"a.b\":{\"username\":\"me\",\"password\":\"hunter2\"}}}' "
                    + "| COMPOSER_CREDENTIALS",
            "etc/shadow | root:$6$salt$abcdefgh0123456789abcdefgh:20000:0:99999:7::: | PASSWORD_HASH",
            "srv/.htpasswd | me:$apr1$salt$abcdefgh0123456789abcd | PASSWORD_HASH" })
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
    void placeholdersAndLockedAccountsAreNone(String path, String line) {
        assertThat(scan(path, line + "\n").matches()).isEmpty();
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
    void tokenInACredentialFileIsToldOnce() {
        assertThat(scan("root/.npmrc", "//r/:_authToken=" + FakeTokens.withBase62Crc32("np" + "m", 30)).matches())
                .extracting(SecretMatch::kind)
                .containsExactly(SecretKind.NPM_TOKEN);
    }

    @Test
    void everyCredentialOfALineIsTold() {
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
