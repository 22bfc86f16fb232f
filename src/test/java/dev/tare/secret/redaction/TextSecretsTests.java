package dev.tare.secret.redaction;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.fixture.Scale;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.SecretKind;
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

public class TextSecretsTests {

    private static final String AZURE_KEY = FakeTokens.random(FakeTokens.BASE62, 85) + "Q==";

    public static Stream<Arguments> variables() {
        return Stream.of(arguments("SECRET_KEY_BASE", "0f3c9b6a1d", SecretKind.PASSWORD),
                arguments("RAILS_MASTER_KEY", "0f3c9b6a1d", SecretKind.PASSWORD),
                arguments("APP_KEY", "base64:" + FakeTokens.random(FakeTokens.BASE62, 43) + "=", SecretKind.PASSWORD),
                arguments("SLACK", "xo" + "xe.xo" + "xp-1-" + FakeTokens.random(FakeTokens.BASE62, 166),
                        SecretKind.SLACK_TOKEN),
                arguments("AZURE_STORAGE" + "_KEY", AZURE_KEY, SecretKind.AZURE_STORAGE_KEY),
                arguments("DATABASE", "postgres://me:s3cret@db/x", SecretKind.URL_PASSWORD),
                arguments("JWT", FakeTokens.jsonWebToken(), SecretKind.JSON_WEB_TOKEN),
                arguments("MAPS", "AI" + "za" + FakeTokens.random(FakeTokens.BASE62, 35), SecretKind.GOOGLE_API_KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ENV AZURE_STORAGE" + "_KEY=", "az storage blob list --account" + "-key ",
            "AZURE_STORAGE" + "_ACCOUNT_KEY='" })
    void azureKeyInACommandIsReportedOnce(String before) {
        assertThat(TextSecrets.ofCommand(before + AZURE_KEY)).containsExactly(SecretKind.AZURE_STORAGE_KEY);
    }

    @ParameterizedTest
    @MethodSource("variables")
    void variableIsReportedForItsNameOrValue(String name, String value, SecretKind kind) {
        assertThat(TextSecrets.ofVariable(name, value)).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({ "GOOGLE_APPLICATION_CREDENTIALS,key.json", "GOOGLE_APPLICATION_CREDENTIALS,secrets/gcp/key.json",
            "API_KEY,keys/api.txt", "APP_KEY,base64:short", "APP_KEY,shop" })
    void nameOfAFileOrAnIdentifierIsNotASecret(String name, String value) {
        assertThat(TextSecrets.ofVariable(name, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "max_token=4096", "MAX_TOKEN=1_000_000", "MAX_TOKENS=4096", "TOKEN_TTL=3600",
            "ACCESS_TOKEN=3600s",
            "ACCESS_TOKEN=15m", "ACCESS_TOKEN=1h30m", "ACCESS_TOKEN=30 days", "REFRESH_TOKEN=PT15M",
            "REFRESH_TOKEN=P30D",
            "TOKEN=64MiB", "CACHE_KEY_BASE=512", "TOKEN=-1.5", "TOKEN=50%", "PASSWORD_FILE=/run/secrets/db",
            "DB_PASSWORD=/run/secrets/db", "DB_PASSWORD=run/secrets/db", "DB_PASSWORD=secrets/db",
            "DB_PASSWORD=C:\\\\secrets\\\\db", "DB_PASSWORD=op://vault/db/password", "API_KEY=vault:secret/api",
            "KEY_ID=alpha-1",
            "API_KEY_ID=0a1b2c3d", "SIGNING_KEY_ID=2024-01", "PASSWORD_MIN_LENGTH=12", "ALLOW_EMPTY_PASSWORD=yes",
            "HAS_TOKEN=true", "USE_CREDENTIALS=false", "SECRET_VERSION=12345", "PASS=off" })
    void countsSizesTimesAndPlacesAreNotSecrets(String assignment) {
        int equals = assignment.indexOf('=');
        assertThat(TextSecrets.ofVariable(assignment.substring(0, equals), assignment.substring(equals + 1))).isEmpty();
        assertThat(TextSecrets.ofCommand("ENV " + assignment)).isEmpty();
    }

    /** People choose digits for passwords. A count is never as long as these numbers. */
    @ParameterizedTest
    @ValueSource(strings = { "DB_PASSWORD=4096", "MYSQL_PWD=123456", "DB_PASS=15m", "KEYSTORE_PASSPHRASE=20240101",
            "JWT_SECRET=123456", "requirepass=31337", "rootpasswd=64MiB", "TOKEN=4815162342108481516",
            "API_KEY=0f3c9b6a1d",
            "TOKEN=12e4f", "AUTH_TOKEN=7d1f", "ACCESS_TOKEN=a1b2/secret/x9" })
    void passwordsOfDigitsAndOtherTextsAreSecrets(String assignment) {
        int equals = assignment.indexOf('=');
        assertThat(TextSecrets.ofVariable(assignment.substring(0, equals), assignment.substring(equals + 1)))
                .containsExactly(SecretKind.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = { "redis-server --requirepass hunter2", "login --password 'hunter2' a.b",
            "CMD [\"redis-server\" \"--requirepass\" \"hunter2\"]",
            "CMD [\"redis-server\", \"--requirepass\", \"hunter2\"]" })
    void valueOfAnOptionMayBeTheNextWord(String command) {
        assertThat(TextSecrets.ofCommand(command)).containsExactly(SecretKind.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = { "npm config set //r.example.org/:_authToken 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
            "npm config set //r.example.org/:_authToken=1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
            "echo \"machine github.com login bot password Zq54wXvKp7rQ\" > ~/.netrc",
            "printf 'machine github.com\\nlogin bot\\npassword Zq54wXvKp7rQ\\n' > ~/.netrc",
            "composer config http-basic.repo.a.b me Zq54wX", "composer config -g github-oauth.github.com 0a1b2c3d4e",
            "bundle config gems.a.b me:Zq54wX", "twine upload -u me -p Zq54wX dist/*", "htpasswd -bc /f admin Zq54wX",
            "htpasswd -nbB admin Zq54wX > /f", "openssl enc -aes-256-cbc -k Zq54wX -in a",
            "openssl rsa -passin pass:Zq54wX -in a", "curl -fsSL -u me:Zq54wX https://a.b", "curl --user me:Zq54wX a.b",
            "wget --user=me --password=Zq54wX a.b", "mysql -uroot -pZq54wX -e 'select 1'", "sshpass -p Zq54wX ssh h",
            "redis-cli -a Zq54wX ping", "docker login -u me -p Zq54wX a.b",
            "echo Zq54wX | docker login --password-stdin a.b",
            "echo root:Zq54wX | chpasswd", "echo 'app:Zq54wX' | chpasswd",
            "curl -H 'Authorization: Bearer Zq54wXvKp7rQ' a.b",
            "curl -H \"PRIVATE-TOKEN: Zq54wXvKp7rQ\" a.b", "aws configure set aws_secret_access_key Zq54wXvKp7rQ",
            "echo '{\"password\":\"Zq54wX\"}' > /c.json", "ENV J={\\\"db.password\\\": \\\"Zq54wX\\\"}",
            "ENV J=-Djavax.net.ssl.keyStorePassword=Zq54wX", "exec app --secret Zq54wX" })
    void passwordArgumentOfAProgramIsASecret(String command) {
        assertThat(TextSecrets.ofCommand(command)).containsExactly(SecretKind.PASSWORD);
        assertThat(Redaction.text(command)).doesNotContain("Zq54wX", "0a1b2c3d", "1b9d6bcd");
    }

    @ParameterizedTest
    @ValueSource(strings = { "npm config set //r.example.org/:_authToken ${NPM_TOKEN}", "npm config set _authToken $T",
            "echo \"machine github.com login bot password $T\" > ~/.netrc", "composer config http-basic.a.b me $T",
            "bundle config gems.a.b me:$T", "bundle config mirror.a https://a.b",
            "bundle config set path vendor/bundle",
            "twine upload -p \"$T\" dist/*", "htpasswd -bc /f admin \"$T\"", "htpasswd -c /f admin",
            "openssl req -x509 -key a.pem -keyout b.pem", "openssl rsa -passin env:PASS -passout pass: -in a",
            "openssl rsa -passin pass:${P}", "curl -u \"$U:$P\" a.b", "curl -u me:${P} a.b", "docker run -u app:app x",
            "gosu app:app x", "useradd -u 1000 -p '*' app", "mysql -u root -p shop", "mkdir -p /srv/app",
            "redis-cli -a",
            "echo \"$P\" | docker login --password-stdin", "echo \"root:$P\" | chpasswd",
            "printf '%s' \"$P\" | chpasswd",
            "echo 'root:$6$abcdefgh$0123456789' | chpasswd -e", "curl -H \"Authorization: Bearer $T\" a.b",
            "curl -H \"Authorization: Bearer $(cat /run/secrets/t)\" a.b", "aws configure set region eu-west-1",
            "docker build --secret id=npm,src=.npmrc .", "echo '{\"password\":\"\"}'", "echo '{\"password\":\"${P}\"}'",
            "echo 'abcd1234abcd1234 *a.tar' | sha256sum -c", "GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305",
            "set -eux; savedAptMark=\"$(apt-mark showmanual)\"; gpg --recv-keys 7169605F62C751356D054A26A821E680E5FA6305",
            "git config --global user.password $T", "echo login user password" })
    void placeholdersAndOtherArgumentsAreNotReported(String command) {
        assertThat(TextSecrets.ofCommand(command)).isEmpty();
        assertThat(TextSecrets.ofWords(List.of("/bin/sh", "-c", command))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            value = { "JAVA_TOOL_OPTIONS|-Xmx1g -Djavax.net.ssl.keyStorePassword=Zq54wX",
                    "ConnectionStrings__Db|Server=h;Database=x;User Id=sa;Password=Zq54wX;",
                    "ConnectionStrings__Db|Server=h;Uid=sa;Pwd=Zq54wX;",
                    "DB_URL|jdbc:postgresql://h/d?user=a&password=Zq54wX",
                    "SPRING_APPLICATION_JSON|{\"spring.datasource.password\":\"Zq54wX\"}",
                    "OPTS|--port 80 --requirepass Zq54wX" })
    void passwordInAValueIsASecret(String name, String value) {
        assertThat(TextSecrets.ofVariable(name, value)).containsExactly(SecretKind.PASSWORD);
        assertThat(Redaction.value(name, value)).doesNotContain("Zq54wX");
    }

    @Test
    void passwordOfAnOracleAddressIsASecret() {
        assertThat(TextSecrets.ofVariable("DB", "jdbc:oracle:thin:scott/Zq54wX@//h:1521/x"))
                .containsExactly(SecretKind.URL_PASSWORD);
        assertThat(TextSecrets.ofVariable("DB", "jdbc:oracle:thin:@//h:1521/x")).isEmpty();
        assertThat(TextSecrets.ofVariable("DB", "jdbc:oracle:thin:scott/${P}@//h:1521/x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "AIRFLOW__CORE__FERNET_KEY|81HqDtbqAywKSOumSha3BhWNOdQ26slT6K0YaZeZyPs=",
            "VAULT_UNSEAL_KEY|b0d7fd5c8e6b4d0e9a1f33b6a2cdbb6c", "DB_PW|hunter2", "WIFI_PSK|hunter2" })
    void generatedKeyIsASecret(String name, String value) {
        assertThat(TextSecrets.ofVariable(name, value)).containsExactly(SecretKind.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "GPG_KEY|7169605F62C751356D054A26A821E680E5FA6305", "CACHE_KEY|shop",
            "SSH_KEY|/root/.ssh/id_rsa", "NODE_PUBLIC_KEY|81HqDtbqAywKSOumSha3BhWNOdQ26slT6K0YaZeZyPs=", "LANG|C.UTF-8",
            "PATH|/usr/local/bin:/bin",
            "PYTHON_SHA256|8fb5f9fbc7609fa822cb31549884575db7fd9657cbffb89510b5d7975963a83a",
            "JAVA_TOOL_OPTIONS|-Djavax.net.ssl.keyStorePassword=${P} -Dfile.encoding=UTF-8",
            "SESSION_KEY|session:web:id" })
    void publicKeyIsNotASecret(String name, String value) {
        assertThat(TextSecrets.ofVariable(name, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a=", "curl -u a:b ", "htpasswd -b ", "bundle config ", "composer config http-basic.a ",
            "login a password ", "\"password\":\"", "set a ", "jdbc:oracle:thin:a/", "&sig=", "_auth ", "pass:" })
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void textOfAnyLengthIsReadAFewTimes(String part) {
        String text = part.repeat(Scale.of("tare.text.length", 250_000, 1_000_000) / part.length());
        assertThat(TextSecrets.ofCommand(text)).isNotNull();
        assertThat(TextSecrets.ofVariable("X", text)).isNotNull();
        assertThat(Redaction.text(text)).isNotNull();
    }

    /** A repetition in a pattern must not take a stack frame each time. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
            value = { "htpasswd| -a", "bundle config| --a",
                    "openssl -passin pass:|ab", "curl -u a:|b\\", "docker login -p |a" })
    void commandOfAnyLengthIsRead(String command, String part) {
        assertThat(TextSecrets.ofCommand(command + part.repeat(200_000))).isNotNull();
        assertThat(Redaction.text(command + part.repeat(200_000))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "adduser --disabled-password app", "useradd --password --system app",
            "login --password $PASSWORD", "login --password-stdin a.b", "login --password" })
    void nextWordOfAnotherOptionIsNotASecret(String command) {
        assertThat(TextSecrets.ofCommand(command)).isEmpty();
        assertThat(TextSecrets.ofWords(List.of(command.split(" ")))).isEmpty();
    }

    @Test
    void wordsOfAnEntrypointAreReadTogether() {
        assertThat(TextSecrets.ofWords(List.of("redis-server", "--requirepass", "hunter2")))
                .containsExactly(SecretKind.PASSWORD);
        assertThat(TextSecrets.ofWords(List.of("mysql", "-u", "root", "-pZq54wX")))
                .containsExactly(SecretKind.PASSWORD);
        assertThat(TextSecrets.ofWords(List.of("sh", "-c", "exec app --secret Zq54wX")))
                .containsExactly(SecretKind.PASSWORD);
    }
}
