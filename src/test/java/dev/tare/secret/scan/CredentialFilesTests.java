package dev.tare.secret.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

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
import org.junit.jupiter.params.provider.ValueSource;

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
                arguments("app/auth.json",
                        "{\"http-basic\": {\"a.b\": {\"username\": \"me\", \"password\": \"hunter2\"}}}",
                        SecretKind.COMPOSER_CREDENTIALS),
                arguments("app/auth.json", "{\"bitbucket-oauth\": {\"bitbucket.org\": {\"consumer-key\": \"k\","
                        + " \"consumer-secret\": \"hunter2\"}}}", SecretKind.COMPOSER_CREDENTIALS),
                arguments("srv/www/auth.json", "{\"bearer\": {\"a.b\": \"abcdef0123\"}}",
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
            "app/auth.json | {\"http-basic\": {\"a.b\": {\"username\": \"me\", \"password\": \"\"}}}",
            "app/auth.json | {\"username\": \"me\", \"password\": \"hunter2\"}",
            "app/other-auth.json | {\"http-basic\": {\"a.b\": {\"password\": \"hunter2\"}}}",
            "app/auth.json | {\"github-oauth\": {}, \"config\": {\"name\": \"hunter2\"}}",
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

    /** Other programs have files with the same name, such as translations and descriptions of an API. */
    @ParameterizedTest
    @ValueSource(strings = { "{'login':'Log in','bearer':{'label':'Bearer token'}}", "{'bearer':{'type':'http'}}",
            "{'bearer':{'description':'JWT token in the header'}}", "{'bearer':{'label':'abcdef0123456789abcdef'}}",
            "{'bearer':{'auth.label':'Anmeldung'}}", "{'bearer':{'a.b':'JWT token 1 in the header'}}",
            "{'http-basic':{'a.b':{'username':'me'}},'form':{'password':'hunter2'}}",
            "{'http-basic':{'label':{'password':'hunter2'}}}", "{'http-basic':{'password':'hunter2'}}",
            "{'http-basic':{'a.b':{'password':'Your password'}}}", "{'http-basic':{'a.b':[{'password':'hunter2'}]}}",
            "{'a':{'http-basic':{'a.b':{'password':'hunter2'}}}}", "{'bearer':{'a.b':'your-token-0123456789'}}",
            "{'bearer':{'Sorry.':'abcdef0123'}}", "['bearer',{'a.b':'abcdef0123'}]",
            "{'note':'{\\'bearer\\':{\\'a.b\\':\\'abcdef0123\\'}}'}", "{'bearer':{'a.b':'abcdef0123" })
    void fileThatIsNotOfComposerHasNoFinding(String json) {
        String content = json.replace('\'', '"');
        assertThat(scan("app/src/locales/en/auth.json", content + "\n".repeat(9)).matches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'gitlab-token':{'gitlab.com':{'username':'u','token':'abcdef0123'}}} | 1",
            "{'forgejo-token':{'codeberg.org':{'username':'u','token':'abcdef0123'}}} | 1",
            "{'gitlab-oauth':{'gitlab.com':{'expires-at':1,'refresh-token':'abcdef0123','token':'abcdef0124'}}} | 2",
            "{'bearer':{'a.b':'abcdef0123','localhost':'abcdef0124','c:8080':'abcdef0125'}} | 3",
            "{'github-oauth':{'github.com':'abcdef0123'},'http-basic':{'a.b':{'username':'u','password':'p w'},"
                    + "'c.d':{'username':'u','password':'hunter2'},'e.f':{'password':'hunter3'}}} | 3",
            "{'config':{},'gitlab-token' : { 'gitlab.com' : 'abcdef\\/0123' } } | 1",
            "{'bitbucket-oauth':{'bitbucket.org':{'consumer-key':'k0123456789','consumer-secret':'abcdef0123'}}} | 1" })
    void credentialsOfAllHostsOfComposerAreFound(String json, int count) {
        assertThat(scan("app/auth.json", json.replace('\'', '"')).matches()).hasSize(count)
                .allMatch(match -> match.kind() == SecretKind.COMPOSER_CREDENTIALS);
    }

    /** Composer reads the file beside {@code composer.json}. Other programs have files with the same name. */
    @Test
    void pathOfComposersFileIsNoEvidenceForCredentials() {
        assertThat(CredentialFiles.include("root/.composer/auth.json")).isTrue();
        assertThat(CredentialFiles.include("app/auth.json")).isFalse();
    }

    @Test
    void passwordInTheLoginFileOfMySqlIsFound() {
        byte[] file = loginFile("[client]\n", "user = \"root\"\n", "password = \"hun\\\"ter2\"\n", "[other]\n",
                "password = hunter3\n");
        assertThat(scan("root/.mylogin.cnf", file).matches()).containsExactly(
                new SecretMatch(SecretKind.DATABASE_PASSWORD, null),
                new SecretMatch(SecretKind.DATABASE_PASSWORD, null));
        assertThat(scan("root/notes.txt", file).isEmpty()).isTrue();
        assertThat(PublishedPath.of("usr/share/doc/.mylogin.cnf")).isEqualTo(PublishedPath.NONE);
    }

    @Test
    void loginFileWithoutAPasswordHasNoFinding() {
        assertThat(scan("root/.mylogin.cnf", loginFile("[client]\n", "user = \"password\"\n")).isEmpty()).isTrue();
        assertThat(scan("root/.mylogin.cnf", loginFile("password = \"\"\n", "password = changeme\n")).isEmpty())
                .isTrue();
    }

    /** The search never reads beyond a damaged chunk. */
    @Test
    void damagedLoginFileHasNoFindingAfterTheDamage() {
        byte[] file = loginFile("[client]\n", "password = \"hunter2\"\n");
        for (int length = 0; length < file.length; length++) {
            assertThat(scan("root/.mylogin.cnf", Arrays.copyOf(file, length)).isEmpty()).as("%s bytes", length)
                    .isTrue();
        }
        for (int badLength : new int[] { 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 15, 1 << 14 }) {
            byte[] damaged = ByteBuffer.wrap(file.clone())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(24, badLength)
                    .array();
            assertThat(scan("root/.mylogin.cnf", damaged).isEmpty()).as("length %s", badLength).isTrue();
        }
    }

    private static byte[] loginFile(String... lines) {
        byte[] folded = new byte[16];
        ByteBuffer file = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN).putInt(0);
        for (int i = 0; i < 20; i++) {
            file.put((byte) (7 * i));
            folded[i % 16] ^= (byte) (7 * i);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(folded, "AES"));
            for (String line : lines) {
                byte[] chunk = cipher.doFinal(line.getBytes(StandardCharsets.UTF_8));
                file.putInt(chunk.length).put(chunk);
            }
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    private static String docker(String login) {
        return "{\"auths\":{\"r\":{\"auth\":\"" + base64(login) + "\"}}}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ContentSecrets scan(String path, String content) {
        return scan(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static ContentSecrets scan(String path, byte[] bytes) {
        SecretScan scan = new SecretScan();
        scan.begin(path);
        scan.update(bytes, 0, bytes.length);
        return scan.finish();
    }
}
