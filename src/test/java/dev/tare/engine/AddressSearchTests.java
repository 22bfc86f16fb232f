package dev.tare.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.tare.image.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AddressSearchTests {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({ "unix:///a/b.sock, unix:///a/b.sock", "tcp://h:1, tcp://h:1", "tcp://h, tcp://h:2375",
            "http://h:80/, tcp://h:80", "https://h, tcp://h:2376", "tcp://[::1]:99, tcp://[::1]:99",
            "TCP://h, tcp://h:2375", "tcp://docker_dind:2375, tcp://docker_dind:2375" })
    void findReadsTheVariableOfTheEngine(String text, String address) {
        assertThat(find(EngineKind.DOCKER, Map.of("DOCKER_HOST", text, "DOCKER_CONTEXT", "other")))
                .containsExactly(address);
        assertThat(find(EngineKind.PODMAN, Map.of("CONTAINER_HOST", text))).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(strings = { "docker.sock", "/var/run/docker.sock", "unix://docker.sock", "tcp://", "tcp://u:p@h",
            "tcp://h:99999", "tcp://h/path", "tcp://h h", "fd://", "unix:///\0", "://" })
    void findWhenTheAddressHasAnotherFormThrowsException(String text) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> find(EngineKind.DOCKER, Map.of("DOCKER_HOST", text)))
                .withMessageContaining("DOCKER_HOST")
                .withMessageContaining("Expected unix:///PATH or tcp://HOST[:PORT]");
    }

    @Test
    void findWhenTheAddressIsNotSupportedNamesTheRemedy() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> find(EngineKind.DOCKER, Map.of("DOCKER_HOST", "ssh://me@h")))
                .withMessageContaining("ssh -nNT -L /tmp/engine.sock:/var/run/docker.sock me@h");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> find(EngineKind.DOCKER, Map.of("DOCKER_HOST", "npipe:////./pipe/docker_engine")))
                .withMessageContaining("named pipes");
    }

    @ParameterizedTest
    @ValueSource(strings = { "DOCKER_TLS_VERIFY", "DOCKER_TLS" })
    void findWithTlsUsesTheFolderOfKeys(String variable) {
        assertThat(tcp(Map.of("DOCKER_HOST", "tcp://h", variable, "1")))
                .isEqualTo(
                        new EngineAddress.Tcp("h", 2376, new KeyFolder(this.home.resolve(".docker")), "DOCKER_HOST"));
        assertThat(tcp(Map.of("DOCKER_HOST", "tcp://h", variable, "1", "DOCKER_CERT_PATH", "/keys")).tls())
                .isEqualTo(new KeyFolder(Path.of("/keys")));
        assertThat(tcp(Map.of("DOCKER_HOST", "tcp://h", variable, "", "DOCKER_CERT_PATH", "/keys")).tls()).isNull();
    }

    @Test
    void findUsesTheContextOfTheConfigOrOfTheVariable() throws IOException {
        Path config = Files.createDirectories(this.home.resolve(".docker"));
        context(config, "one", "tcp://one:2376");
        context(config, "two", "unix:///two.sock");
        assertThat(find(EngineKind.DOCKER, Map.of("DOCKER_CONTEXT", "one"))).containsExactly("tcp://one:2376");
        Files.writeString(config.resolve("config.json"), "{\"currentContext\":\"two\"}");
        assertThat(find(EngineKind.DOCKER, Map.of())).containsExactly("unix:///two.sock");
        assertThat(find(EngineKind.DOCKER, Map.of("DOCKER_CONTEXT", "one"))).containsExactly("tcp://one:2376");
        assertThat(find(EngineKind.DOCKER, Map.of("DOCKER_CONTEXT", "default")))
                .contains("unix:///var/run/docker.sock");
        assertThat(find(EngineKind.DOCKER, Map.of("DOCKER_HOST", "tcp://h:1"))).containsExactly("tcp://h:1");
        assertThat(find(EngineKind.DOCKER, Map.of("DOCKER_CONFIG", this.home.toString())))
                .contains("unix:///var/run/docker.sock");
    }

    @Test
    void findWhenTheContextHasKeysUsesThem() throws IOException {
        Path config = Files.createDirectories(this.home.resolve(".docker"));
        String id = context(config, "one", "tcp://one:2376");
        assertThat(tcp(Map.of("DOCKER_CONTEXT", "one")).tls()).isNull();
        Path keys = Files.createDirectories(config.resolve("contexts/tls/" + id + "/docker"));
        assertThat(tcp(Map.of("DOCKER_CONTEXT", "one")).tls()).isEqualTo(new KeyFolder(keys));
    }

    @Test
    void findWhenTheContextIsMissingThrowsException() throws IOException {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> find(EngineKind.DOCKER, Map.of("DOCKER_CONTEXT", "../none")))
                .withMessageContaining("\"../none\"")
                .withMessageContaining("docker context use");
        Files.writeString(Files.createDirectories(this.home.resolve(".docker")).resolve("config.json"), "nonsense");
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> find(EngineKind.DOCKER, Map.of()))
                .withMessageContaining("config.json");
    }

    @Test
    void findWithoutSettingsListsTheUsualSockets() {
        assertThat(find(EngineKind.DOCKER, Map.of("XDG_RUNTIME_DIR", "/run/user/7"))).containsExactly(
                "unix:///var/run/docker.sock", "unix:///run/user/7/docker.sock",
                "unix://" + this.home + "/.docker/run/docker.sock");
        assertThat(find(EngineKind.PODMAN, Map.of("XDG_RUNTIME_DIR", "/run/user/7", "DOCKER_HOST", "tcp://h:1")))
                .containsExactly("unix:///run/user/7/podman/podman.sock", "unix:///run/podman/podman.sock");
        assertThat(find(EngineKind.PODMAN, Map.of())).containsExactly("unix:///run/podman/podman.sock");
    }

    private List<String> find(EngineKind kind, Map<String, String> environment) {
        return new AddressSearch(environment::get, this.home).find(kind).stream().map(Object::toString).toList();
    }

    private EngineAddress.Tcp tcp(Map<String, String> environment) {
        return (EngineAddress.Tcp) new AddressSearch(environment::get, this.home).find(EngineKind.DOCKER).getFirst();
    }

    private static String context(Path config, String name, String host) throws IOException {
        String id = Digest.sha256Of(name.getBytes(StandardCharsets.UTF_8)).hex();
        Files.writeString(Files.createDirectories(config.resolve("contexts/meta/" + id)).resolve("meta.json"),
                "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, host));
        return id;
    }
}
