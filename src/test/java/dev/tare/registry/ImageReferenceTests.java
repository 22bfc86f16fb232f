package dev.tare.registry;

import dev.tare.image.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImageReferenceTests {

    private static final String SHA256 = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({ "nginx, docker.io/library/nginx:latest", "nginx:1.27, docker.io/library/nginx:1.27",
            "library/nginx, docker.io/library/nginx:latest", "team/app, docker.io/team/app:latest",
            "a/b/c:1, docker.io/a/b/c:1", "docker.io/nginx, docker.io/library/nginx:latest",
            "index.docker.io/team/app, docker.io/team/app:latest",
            "registry-1.docker.io/library/nginx, docker.io/library/nginx:latest",
            "eclipse-temurin:25-jre, docker.io/library/eclipse-temurin:25-jre" })
    void parseWritesShortNamesOfDockerHubInFull(String text, String full) {
        assertThat(ImageReference.parse(text)).hasToString(full);
    }

    @ParameterizedTest
    @CsvSource({ "registry.example.com:5000/team/app:1.4, registry.example.com:5000, team/app, 1.4",
            "registry.example.com/app, registry.example.com, app, latest", "localhost/app:1, localhost, app, 1",
            "localhost:5000/app, localhost:5000, app, latest", "host:5000/app, host:5000, app, latest",
            "127.0.0.1:5000/app:1, 127.0.0.1:5000, app, 1", "[::1]:5000/app:1, [::1]:5000, app, 1",
            "[2001:db8::1]/app, [2001:db8::1], app, latest", "Registry/app, registry, app, latest",
            "gcr.io/distroless/java25-debian13:nonroot, gcr.io, distroless/java25-debian13, nonroot",
            "r.io/a__b/c.d/e---f:_x.Y-1, r.io, a__b/c.d/e---f, _x.Y-1", "r.io/a:1.tar, r.io, a, 1.tar",
            "app:5000, docker.io, library/app, 5000" })
    void parseReadsRegistryRepositoryAndTag(String text, String registry, String repository, String tag) {
        ImageReference reference = ImageReference.parse(text);
        assertThat(reference.registry()).isEqualTo(registry);
        assertThat(reference.repository()).isEqualTo(repository);
        assertThat(reference.tag()).isEqualTo(tag);
        assertThat(reference.digest()).isNull();
        assertThat(reference.version()).isEqualTo(tag);
    }

    @Test
    void parseWhenThereIsADigestHasNoTag() {
        ImageReference reference = ImageReference.parse("r.io/app@" + SHA256);
        assertThat(reference.tag()).isNull();
        assertThat(reference.digest()).hasToString(SHA256);
        assertThat(reference).hasToString("r.io/app@" + SHA256);
    }

    @Test
    void parseWhenThereAreATagAndADigestPrefersTheDigest() {
        ImageReference reference = ImageReference.parse("r.io:1/app:1@" + SHA256);
        assertThat(reference.tag()).isEqualTo("1");
        assertThat(reference.version()).isEqualTo(SHA256);
        assertThat(reference).hasToString("r.io:1/app:1@" + SHA256);
    }

    @Test
    void parseAcceptsSha512() {
        assertThat(ImageReference.parse("app@sha512:" + "ab".repeat(64)).version()).startsWith("sha512:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "", " ", "app ", "App", "r.io/App", "r.io/", "/app", "r.io//app", "app:", "app@", "app:1:2",
                    "-app", "app-", "a..b/c", "a___b", "a_-b", "app/", "r.io:/app", "r.io:x/app", "r.io:0/app",
                    "r.io:65536/app",
                    "r.io:123456/app", "-r.io/app", "r-.io/app", "r_.io/app", "1.2.3/app", "300.1.1.1.1/app",
                    "[::1/app", "[x]/app",
                    "app:-1", "app:.1", "app:ü", "äpp", "app@sha256:ab", "app@sha256:ABCDEF", "app@md5:ab", "app@1@2",
                    "http://r.io/app", "user@r.io/app", "r.io/app?x", "r.io/app#x", "app:1\n", "a\\b" })
    void parseWhenTheFormIsWrongQuotesTheTextAndShowsTheForm(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> ImageReference.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("REPOSITORY[:TAG][@DIGEST]");
    }

    @Test
    void parseWhenTheTextIsTheIdOfAnImageThrowsException() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ImageReference.parse(SHA256.substring("sha256:".length())));
        assertThat(ImageReference.parse("a".repeat(63)).repository()).hasSize(71);
    }

    @Test
    void parseWhenTheNameIsTooLongThrowsException() {
        assertThat(ImageReference.parse("r.io/" + "a".repeat(250)).repository()).hasSize(250);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ImageReference.parse("r.io/" + "a".repeat(251)));
        assertThat(ImageReference.parse("r.io/a:" + "1".repeat(128)).tag()).hasSize(128);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ImageReference.parse("r.io/a:" + "1".repeat(129)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a-", "a.", "a/", "a1_", "-", "[:", "a.a" })
    void parseWhenTheTextIsVeryLongEndsSoon(String part) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ImageReference.parse(part.repeat(1_000_000)));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ImageReference.parse(part.repeat(1_000 / part.length())));
    }
}
