package dev.tare.secret;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TextSecretsTests {

    static Stream<Arguments> variables() {
        return Stream.of(arguments("SECRET_KEY_BASE", "0f3c9b6a1d", SecretKind.PASSWORD),
                arguments("RAILS_MASTER_KEY", "0f3c9b6a1d", SecretKind.PASSWORD),
                arguments("APP_KEY", "base64:" + FakeTokens.random(FakeTokens.BASE62, 43) + "=", SecretKind.PASSWORD),
                arguments("DATABASE", "postgres://me:s3cret@db/x", SecretKind.URL_PASSWORD),
                arguments("JWT", FakeTokens.jsonWebToken(), SecretKind.JSON_WEB_TOKEN),
                arguments("MAPS", "AI" + "za" + FakeTokens.random(FakeTokens.BASE62, 35), SecretKind.GOOGLE_API_KEY));
    }

    @ParameterizedTest
    @MethodSource("variables")
    void variableIsToldByItsNameOrValue(String name, String value, SecretKind kind) {
        assertThat(TextSecrets.ofVariable(name, value)).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({ "GOOGLE_APPLICATION_CREDENTIALS,key.json", "GOOGLE_APPLICATION_CREDENTIALS,secrets/gcp/key.json",
            "API_KEY,keys/api.txt", "APP_KEY,base64:short", "APP_KEY,shop" })
    void nameOfAFileOrAnIdentifierIsNone(String name, String value) {
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
    void countsSizesTimesAndPlacesAreNone(String assignment) {
        int equals = assignment.indexOf('=');
        assertThat(TextSecrets.ofVariable(assignment.substring(0, equals), assignment.substring(equals + 1))).isEmpty();
        assertThat(TextSecrets.ofCommand("ENV " + assignment)).isEmpty();
    }

    /** People choose digits for what they type; and nothing is as long as this that is a number of things. */
    @ParameterizedTest
    @ValueSource(strings = { "DB_PASSWORD=4096", "MYSQL_PWD=123456", "DB_PASS=15m", "KEYSTORE_PASSPHRASE=20240101",
            "JWT_SECRET=123456", "requirepass=31337", "rootpasswd=64MiB", "TOKEN=4815162342108481516",
            "API_KEY=0f3c9b6a1d",
            "TOKEN=12e4f", "AUTH_TOKEN=7d1f", "ACCESS_TOKEN=a1b2/secret/x9" })
    void whatPeopleTypeAndWhatIsNoNumberIsOne(String assignment) {
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
    @ValueSource(strings = { "adduser --disabled-password app", "useradd --password --system app",
            "login --password $PASSWORD", "login --password-stdin a.b", "login --password" })
    void nextWordOfAnotherOptionIsNone(String command) {
        assertThat(TextSecrets.ofCommand(command)).isEmpty();
        assertThat(TextSecrets.ofWords(List.of(command.split(" ")))).isEmpty();
    }

    @Test
    void wordsOfAnEntrypointAreReadTogether() {
        assertThat(TextSecrets.ofWords(List.of("redis-server", "--requirepass", "hunter2")))
                .containsExactly(SecretKind.PASSWORD);
    }
}
