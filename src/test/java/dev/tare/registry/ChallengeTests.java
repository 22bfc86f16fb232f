package dev.tare.registry;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChallengeTests {

    private static final Challenge TOKEN =
            new Challenge("bearer", Map.of("realm", "https://a.io/t", "service", "r.io"));

    @ParameterizedTest
    @ValueSource(strings = { "Bearer realm=\"https://a.io/t\",service=\"r.io\"",
            "BEARER Realm = \"https://a.io/t\" , SERVICE=r.io",
            "Basic realm=\"x\", Bearer realm=\"https://a.io/t\", service=r.io",
            "Bearer realm=\"https://a.io/t\",service=\"r.io\", Basic realm=\"x\"",
            "Bearer realm=\"https://a.io/t\",service=\"r.io\",realm=\"https://b.io\"" })
    void ofPrefersTheChallengeForAToken(String header) {
        assertThat(Challenge.of(List.of(header))).isEqualTo(TOKEN);
    }

    @Test
    void ofReadsEveryHeader() {
        assertThat(Challenge.of(List.of("Basic realm=\"x\"", "Bearer realm=\"https://a.io/t\",service=r.io")))
                .isEqualTo(TOKEN);
    }

    @Test
    void ofReadsEscapesInQuotes() {
        assertThat(Challenge.of(List.of("Bearer realm=\"a\\\"b,c=d\"")))
                .isEqualTo(new Challenge("bearer", Map.of("realm", "a\"b,c=d")));
    }

    @Test
    void ofWhenThereIsNoTokenReturnsThePassword() {
        assertThat(Challenge.of(List.of("Negotiate", "basic realm=\"Registry\"")))
                .isEqualTo(new Challenge("basic", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Negotiate", "Digest realm=\"x\"", "\"\"\"", "realm=\"x\"" })
    void ofWhenNoSchemeIsKnownReturnsNull(String header) {
        assertThat(Challenge.of(List.of(header))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\\\"", "a=\"\\x\",", "=", "a ", "\"" })
    void ofWhenTheHeaderIsVeryLongEnds(String part) {
        Challenge.of(List.of("Bearer realm=\"" + part.repeat(1_000_000)));
        Challenge.of(List.of("Bearer " + part.repeat(1_000_000)));
    }
}
