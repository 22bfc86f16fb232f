package dev.tare.secret.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.secret.FakeKeys;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.scan.SecretScanTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTests {

    @ParameterizedTest
    @ValueSource(
            strings = { "DB_PASSWORD", "db.passwd", "AppSecret", "github_token", "CREDENTIALS", "API_KEY", "apikey",
                    "PRIVATE_PEM", "AWS_ACCESS_KEY_ID", "accesskey", "DB_PASS", "dbPass", "PASS", "MYSQL_PWD",
                    "SSH_PASSPHRASE", "JWT", "SECRET_KEY_BASE", "KEY_BASE", "_auth", "storepass", "AZURE_PAT",
                    "AIRFLOW__CORE__FERNET_KEY", "DB_PW", "HMAC_KEY", "sessionKey", "deploy-key", "LDAP_CRED",
                    "DB_CREDS",
                    "WIFI_PSK", "SENTRY_DSN", "PASSCODE", "LOGIN_SALT" })
    void valueWhenTheKeyNamesASecretIsHidden(String key) {
        assertThat(Redaction.value(key, "hunter2")).isEqualTo("(hidden)");
        assertThat(Redaction.variable(key + "=hunter2")).isEqualTo(key + "=(hidden)");
        assertThat(Redaction.text("RUN " + key + "=hunter2 make")).isEqualTo("RUN " + key + "=(hidden) make");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "PATH", "PWD", "OLDPWD", "COMPASS", "BYPASS", "LANG", "AUTHOR", "JAVA_VERSION", "keystore",
                    "GPG_KEY",
                    "NGINX_GPGKEY", "SSH_PUBLIC_KEY", "publicKey", "KEY", "MONKEY", "PRIMARY_KEY", "BASALT", "PSKOV",
                    "CREDITS" })
    void valueWhenTheKeyNamesNoSecretIsShown(String key) {
        assertThat(Redaction.variable(key + "=/x")).isEqualTo(key + "=/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = { "https://me:hunter2@host/x | https://(hidden)@host/x",
            "http://a@b@c/ | http://(hidden)@c/", "https://host/a@b | https://host/a@b",
            "https://host:8080/a@b | https://host:8080/a@b", "https://host?to=a@b | https://host?to=a@b",
            "http://[::1]:80/a@b | http://[::1]:80/a@b", "postgres://app:Leak#5x@db | postgres://(hidden)@db",
            "postgres://app:Leak/5'x@db/x | postgres://(hidden)@db/x",
            "me:hunter2@tcp(db:3306)/x | me:(hidden)@tcp(db:3306)/x",
            "-Dtrust.password=hunter2 -v | -Dtrust.password=(hidden) -v",
            "jdbc:x://h/d?a=b&password=hunter2&c;d | jdbc:x://h/d?a=b&password=(hidden)", "LANG | LANG",
            "TOKEN= make | TOKEN= make", "DB_PASS=\"a b\" x | DB_PASS=(hidden) x",
            "'DB_PASS=a b' x | 'DB_PASS=(hidden)' x",
            "app --password X y | app --password (hidden) y", "app --password=X y | app --password=(hidden) y",
            "app --token 'X y' z | app --token (hidden) z",
            "docker login --password-stdin r | docker login --password-stdin r",
            "adduser --disabled-password app | adduser --disabled-password app",
            "curl -u u:X https://h | curl -u u:(hidden) https://h", "curl -sSu 'u:X y' h | curl -sSu 'u:(hidden)' h",
            "curl --user u:X h | curl --user u:(hidden) h", "docker run -u 1000:1000 x | docker run -u 1000:1000 x",
            "mysql -u root -pX db && mkdir -p /x | mysql -u root -p(hidden) db && mkdir -p /x",
            "mkdir -p /x | mkdir -p /x", "sshpass -p X ssh h | sshpass -p (hidden) ssh h",
            "docker login -u me -p X r | docker login -u me -p (hidden) r",
            "redis-cli -a X ping | redis-cli -a (hidden) ping",
            "curl -H 'Authorization: Bearer X' h | curl -H 'Authorization: (hidden)' h",
            "curl -H Authorization:\\ Bearer\\ X h | curl -H Authorization:\\ Bearer\\ X h",
            "{\"user\":\"a\",\"password\":\"X\"} | {\"user\":\"a\",\"password\":(hidden)",
            "CMD [\"/app\" \"--password\" \"X\"] | CMD [\"/app\" \"--password\" (hidden)",
            "[\"/app\", \"--password\", \"X\", \"y\"] | [\"/app\", \"--password\", (hidden) \"y\"]",
            "ENV DB_PASS hunter2 | ENV DB_PASS (hidden)",
            "npm config set _authToken X | npm config set _authToken (hidden)",
            "<password>X</password> | <password>(hidden)</password>",
            "openssl -passin pass:X | openssl -passin pass:(hidden)",
            "RUN --mount=type=secret,id=npm make | RUN --mount=type=secret,id=npm make",
            "npm config set //r.example.org/:_authToken X | npm config set //r.example.org/:_authToken (hidden)",
            "npm config set //r.example.org/:_auth X | npm config set //r.example.org/:_auth (hidden)",
            "echo \"machine a.b login bot password X\" > ~/.netrc | echo \"machine a.b login bot password (hidden) > ~/.netrc",
            "printf 'machine a.b\\nlogin bot\\npassword X\\n' | printf 'machine a.b\\nlogin bot\\npassword (hidden)",
            "composer config http-basic.a.b me X && y | composer config http-basic.a.b me (hidden) && y",
            "composer config -g github-oauth.github.com X | composer config -g github-oauth.github.com (hidden)",
            "bundle config a.b me:X | bundle config a.b me:(hidden)",
            "bundle config set --global a.b me:X | bundle config set --global a.b me:(hidden)",
            "bundle config mirror.x https://a.b | bundle config mirror.x https://a.b",
            "twine upload -u me -p X dist/* | twine upload -u me -p (hidden) dist/*",
            "htpasswd -bc /f admin X && y | htpasswd -bc /f admin (hidden) && y",
            "htpasswd -Bbn admin 'X y' > /f | htpasswd -Bbn admin (hidden) > /f",
            "htpasswd -c /f admin | htpasswd -c /f admin",
            "openssl enc -aes-256-cbc -k X -in a | openssl enc -aes-256-cbc -k (hidden) -in a",
            "openssl req -key a.pem -keyout b.pem | openssl req -key a.pem -keyout b.pem",
            "jdbc:oracle:thin:scott/X@//h:1521/x | jdbc:oracle:thin:scott/(hidden)@//h:1521/x",
            "https://h/c?sv=1&sig=X&se=2 | https://h/c?sv=1&sig=(hidden)&se=2",
            "Server=h;Uid=sa;Pwd=X y | Server=h;Uid=sa;Pwd=(hidden) y",
            "gpg --batch --recv-keys \"$GPG_KEY\" | gpg --batch --recv-keys \"$GPG_KEY\"",
            "app --tls-key /etc/tls.key | app --tls-key /etc/tls.key",
            "io.jsonwebtoken:jjwt-api:0.12 | io.jsonwebtoken:jjwt-api:0.12" })
    void textHidesPossibleSecrets(String text, String shown) {
        assertThat(Redaction.text(text)).isEqualTo(shown);
        assertThat(Redaction.text(shown)).as("masked again").isEqualTo(shown);
    }

    @Test
    void textHidesPasswordArgumentsOfPrograms() {
        assertThat(Redaction.text("echo root:X | chpasswd")).isEqualTo("echo (hidden)| chpasswd");
        assertThat(Redaction.text("echo X | docker login --password-stdin r"))
                .isEqualTo("echo (hidden)| docker login --password-stdin r");
    }

    @Test
    void valueWhenItIsEmptyIsShownAsEmpty() {
        assertThat(Redaction.variable("TOKEN=")).isEqualTo("TOKEN=");
    }

    @Test
    void wordsHideTheValueOfThePreviousWord() {
        assertThat(Redaction
                .words(List.of("/app", "--password", "a b", "-Dtoken=c d", "curl -u u:X h", "--user", "u:e f")))
                .containsExactly("/app", "--password", "(hidden)", "-Dtoken=(hidden)", "curl -u u:(hidden) h", "--user",
                        "u:(hidden)");
        assertThat(Redaction.words(List.of("mysql", "-pX y", "-h", "db"))).containsExactly("mysql", "-p(hidden)", "-h",
                "db");
    }

    @ParameterizedTest
    @ValueSource(strings = { "%22", "\\n", "\\u003d" })
    void textHidesASecretAfterAnEscape(String escape) {
        assertThat(Redaction.text("a" + escape + FakeTokens.jsonWebToken())).isEqualTo("a" + escape + "(hidden)");
        assertThat(Redaction.text("a" + escape + FakeTokens.withBase62Crc32("gh" + "p", 30)))
                .isEqualTo("a" + escape + "(hidden)");
    }

    /**
     * A search for the end or beginning of each match would take quadratic time. Each character may be read only a few
     * times.
     */
    @ParameterizedTest
    @ValueSource(strings = { "pass:", "a://b:c' ", "x://a/b@" })
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void textOfAnyLengthIsReadOnce(String part) {
        assertThat(Redaction.text(part.repeat(200_000))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "The path /token=s3cret/app.,The path /token=(hidden).", "No secret.,No secret.",
            "token=s3cret,token=(hidden)" })
    void sentenceKeepsItsFullStop(String sentence, String masked) {
        assertThat(Redaction.sentence(sentence)).isEqualTo(masked);
        assertThat(Redaction.sentence(masked)).isEqualTo(masked);
    }

    static Stream<String> secrets() {
        return Stream.concat(SecretScanTests.secrets().map(arguments -> (String) arguments.get()[1]),
                Stream.of(FakeTokens.jsonWebToken(),
                        FakeTokens.aws().lines().sorted().reduce("", (a, b) -> b + "\n" + a)));
    }

    /** The keys begin before the cut. They end after the cut, or even after the part that is read. */
    @ParameterizedTest
    @ValueSource(ints = { 8_000, 11_000, 30_000 })
    void keyAtTheCutOfALongTextIsHidden(int bytes) {
        String key = FakeKeys.openSsh("none", bytes);
        String encoded = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        for (int before = 44_000; before < 49_000; before += 1_000) {
            for (String secret : List.of(key, key.replace("\n", "\\n"), bytes > 8_000 ? key : encoded)) {
                assertThat(Redaction.text("x".repeat(before) + " " + secret + " y".repeat(30_000)))
                        .doesNotContain("b3BlbnNza", "AAAAAAAA", "QUFBQUFB")
                        .contains("more characters");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "password=\"%s\"", "app --password '%s' b", "'password=%s'", "curl -u 'u:%s' h",
            "password=\"x \\\" y %s\"" })
    void valueInQuotesThatEndsAfterTheCutIsHidden(String form) {
        String text = "it's a test ".repeat(4_000) + form.formatted("Leak y ".repeat(6_000));
        assertThat(Redaction.text(text)).doesNotContain("Leak").contains("it's a test", "(hidden)");
        assertThat(Redaction.text(text.substring(0, 60_000) + "…")).doesNotContain("Leak").contains("it's a test");
    }

    /** Fifty texts take minutes if the text is read again for each of the secrets in it. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void cutTextWithManySecretsIsReadOnce() {
        String text = "://a@".repeat(13_000) + " \"'…";
        assertThat(IntStream.range(0, 50).mapToObj(_ -> Redaction.text(text))).allMatch(shown -> shown.endsWith("'…"));
    }

    @Test
    void tokenThatEndsAfterTheCutIsHidden() {
        String token = "eyJhbGciOiJIUzI1NiJ9.eyJ" + "Leak".repeat(15_000) + ".abcdefghijklmnopqrstuvwxyz";
        assertThat(Redaction.text("x".repeat(40_000) + " " + token)).doesNotContain("Leak", "eyJ").contains("(hidden)");
    }

    @Test
    void textThatIsCutElsewhereHidesNoMoreThanItsLastSecret() {
        assertThat(Redaction.text("it's password=\"x\" and \"more…")).isEqualTo("it's password=(hidden) and \"more…");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void everyFindingIsHidden(String secret) {
        String shown = Redaction.text("\ud83d\ude00 before '" + secret + "' behind");
        assertThat(shown).contains("before").contains("(hidden)");
        for (int at = 0; at + 24 <= secret.length(); at++) {
            if (!secret.substring(at, at + 24).matches("(?s).*(---|END |PRIVATE|KEY|(?i:acc)|[Aa]ws_|: ).*")) {
                assertThat(shown).doesNotContain(secret.substring(at, at + 24));
            }
        }
    }
}
