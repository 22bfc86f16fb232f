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
