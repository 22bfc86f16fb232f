package dev.tare.registry.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LoginFilesTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({ "https://index.docker.io/v1/, nginx", "docker.io, nginx", "index.docker.io, team/app",
            "registry-1.docker.io, nginx", "r.io, r.io/app", "r.io:5000, r.io:5000/app", "https://r.io, r.io/app",
            "https://r.io/v2/, r.io/app", "http://r.io/, r.io/a/b", "r.io/team, r.io/team/app",
            "r.io/team/app, r.io/team/app", "docker.io/team, team/app", "r.io/v1/, r.io/app",
            "r.io/v2, r.io/app", "r.io/v2-team, r.io/v2-team/app", "r.io/v1/x, r.io/v1/x" })
    void findMatchesTheKeysOfDockerAndPodman(String key, String reference) throws IOException {
        assertThat(find(auths(key, "user:secret"), reference)).isEqualTo(new Credentials("user", "secret", false));
    }

    @ParameterizedTest
    @CsvSource({ "r.io, s.io/app", "r.io, r.io:5000/app", "r.io/team, r.io/teams/app", "r.io/team/app, r.io/team",
            "r.io/v2-team, r.io/app", "r.io/v1/x, r.io/app",
            "https://index.docker.io/v1/access-token, nginx",
            "example.com, r.example.com/app", "docker.io, r.io/docker.io" })
    void findWhenNoKeyMatchesReturnsNull(String key, String reference) throws IOException {
        assertThat(find(auths(key, "user:secret"), reference)).isNull();
    }

    @Test
    void findPrefersTheLongestKey() throws IOException {
        String json = "{\"auths\":{\"r.io\":{\"auth\":\"%s\"},\"r.io/team\":{\"auth\":\"%s\"}}}".formatted(
                encoded("all:1"), encoded("team:2"));
        assertThat(find(json, "r.io/team/app")).isEqualTo(new Credentials("team", "2", false));
        assertThat(find(json, "r.io/app")).isEqualTo(new Credentials("all", "1", false));
    }

    @Test
    void findReadsEachFormOfLogin() throws IOException {
        assertThat(find("{\"auths\":{\"r.io\":{\"username\":\"u\",\"password\":\"p\"}}}", "r.io/a"))
                .isEqualTo(new Credentials("u", "p", false));
        assertThat(find("{\"auths\":{\"r.io\":{\"auth\":\"%s\",\"identitytoken\":\"t\"}}}".formatted(encoded("u:")),
                "r.io/a")).isEqualTo(new Credentials("u", "t", true));
        assertThat(find(auths("r.io", "u:p:q\0\0"), "r.io/a")).isEqualTo(new Credentials("u", "p:q", false));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"auths\":{}}", "{\"auths\":[]}", "{\"auths\":{\"r.io\":{}}}",
            "{\"auths\":{\"r.io\":{\"auth\":\"%%%\"}}}", "{\"auths\":{\"r.io\":{\"auth\":7}}}",
            "{\"auths\":{\"r.io\":null}}" })
    void findWhenThereAreNoCredentialsReturnsNull(String json) throws IOException {
        assertThat(find(json, "r.io/app")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "{\"auths\":{\"r.io\":{\"auth\":\"c2VjcmV0\"" })
    void findWhenTheFileIsNotJsonNamesItWithoutItsContent(String json) {
        assertThatExceptionOfType(LoginException.class).isThrownBy(() -> find(json, "r.io/app"))
                .withMessageContaining("config.json")
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("c2VjcmV0"));
    }

    @Test
    void ofReadsTheFilesOfPodmanBeforeThoseOfDocker() throws IOException {
        write("run/containers/auth.json", "run:1");
        write("config/containers/auth.json", "config:1");
        write("docker/config.json", "docker:1");
        write("named.json", "named:1");
        Map<String, String> environment =
                Map.of("REGISTRY_AUTH_FILE", path("named.json"), "XDG_RUNTIME_DIR", path("run"),
                        "XDG_CONFIG_HOME", path("config"), "DOCKER_CONFIG", path("docker"));
        for (String file : List.of("named.json", "run/containers/auth.json", "config/containers/auth.json",
                "docker/config.json")) {
            Credentials found =
                    find(LoginFiles.of(environment::get, this.folder), "r.io/app");
            assertThat(found).isNotNull();
            assertThat(file).startsWith(found.user());
            Files.delete(this.folder.resolve(file));
        }
    }

    @Test
    void contentInTheEnvironmentComesFirst() throws IOException {
        write(".docker/config.json", "docker:1");
        Map<String, String> environment = Map.of("DOCKER_AUTH_CONFIG", auths("r.io", "ci:1"));
        LoginFiles files = LoginFiles.of(environment::get, this.folder);
        assertThat(find(files, "r.io/app")).isEqualTo(new Credentials("ci", "1", false));
        assertThat(find(files, "s.io/app")).isNull();
    }

    @Test
    void ofWithoutVariablesReadsTheHomeFolder() throws IOException {
        write(".docker/config.json", "docker:1");
        LoginFiles files = LoginFiles.of(_ -> null, this.folder);
        assertThat(find(files, "r.io/app")).isEqualTo(new Credentials("docker", "1", false));
        write(".config/containers/auth.json", "podman:1");
        assertThat(find(files, "r.io/app")).isEqualTo(new Credentials("podman", "1", false));
    }

    @Test
    void credentialsAsTextHaveNoSecret() {
        assertThat(new Credentials("user", "secret", false)).asString().doesNotContain("secret");
    }

    private @Nullable Credentials find(String json, String reference) throws IOException {
        Path file = Files.writeString(this.folder.resolve("config.json"), json);
        return find(new LoginFiles(null, List.of(file), new CredentialHelper(null, Duration.ofSeconds(1))), reference);
    }

    private static @Nullable Credentials find(Logins logins, String reference) {
        ImageReference image = ImageReference.parse(reference);
        return logins.find(image.registry(), image.repository(), Deadline.of(Limits.DEFAULTS));
    }

    private void write(String file, String login) throws IOException {
        Path path = this.folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, auths("r.io", login));
    }

    private String path(String file) {
        return this.folder.resolve(file).toString();
    }

    private static String auths(String key, String login) {
        return "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(key, encoded(login));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
