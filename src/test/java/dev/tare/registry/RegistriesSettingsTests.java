package dev.tare.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.network.NetworkPolicy;
import dev.tare.registry.login.Credentials;
import dev.tare.registry.login.LoginException;
import dev.tare.tls.InvalidPemException;
import dev.tare.tls.TlsFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistriesSettingsTests {

    @TempDir
    Path folder;

    @Test
    void everyKeyIsRead() throws IOException {
        RegistrySettings settings = read("""
                {"registries": {"r.io:5000": {"username": "u", "passwordFile": "secret/password", "ca": "ca.pem",
                  "certificate": "/c.pem", "key": "/k.pem", "plainHttp": true, "mirrors": ["m.io", "h.io:1/hub"],
                  "publicToAllClients": true}}}""").of("r.io:5000");
        assertThat(settings).isEqualTo(new RegistrySettings(null, "u", this.folder.resolve("secret/password"),
                new TlsFiles(List.of(this.folder.resolve("ca.pem")), Path.of("/c.pem"), Path.of("/k.pem")),
                true, List.of(new Mirror("m.io", ""), new Mirror("h.io:1", "hub/")), true));
    }

    @Test
    void registryThatIsNotConfiguredHasNoSettings() throws IOException {
        RegistriesSettings settings = read("{\"registries\": {\"r.io\": {\"plainHttp\": true}}}");
        assertThat(settings.of("r.io:5000")).isEqualTo(RegistrySettings.NONE);
        assertThat(find(settings, "r.io")).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "docker.io, docker.io", "index.docker.io, docker.io", "registry-1.docker.io, docker.io",
            "R.io, r.io" })
    void registryHasSeveralNames(String name, String registry) throws IOException {
        assertThat(read("{\"registries\": {\"" + name + "\": {\"plainHttp\": true}}}").of(registry).plainHttp())
                .isTrue();
    }

    @Test
    void passwordIsReadFromItsFileEachTime() throws IOException {
        RegistriesSettings settings = read(
                "{\"registries\": {\"r.io\": {\"username\": \"u\", \"passwordFile\": \"password\"}}}");
        assertThatExceptionOfType(LoginException.class).isThrownBy(() -> find(settings, "r.io"))
                .withMessageContaining("password");
        Files.writeString(this.folder.resolve("password"), "one\n");
        assertThat(find(settings, "r.io")).isEqualTo(new Credentials("u", "one", false));
        Files.writeString(this.folder.resolve("password"), "two");
        assertThat(find(settings, "r.io")).isEqualTo(new Credentials("u", "two", false));
        Files.writeString(this.folder.resolve("password"), "\n");
        assertThatExceptionOfType(LoginException.class).isThrownBy(() -> find(settings, "r.io"))
                .withMessageContaining("empty");
    }

    @Test
    void identityTokenIsRead() throws IOException {
        assertThat(find(read("{\"registries\": {\"r.io\": {\"identityToken\": \"t\"}}}"), "r.io"))
                .isEqualTo(new Credentials("", "t", true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"registry\": {}} | unknown key \"registry\"",
            "{} | registries is not a JSON object", "[] | it is not a JSON object",
            "{\"registries\": {\"r.io\": {\"user\": \"geheim\"}}} | registries.\"r.io\" has the unknown key \"user\"",
            "{\"registries\": {\"r.io\": {\"username\": \"geheim\"}}} | only one of",
            "{\"registries\": {\"r.io\": {\"password\": \"geheim\"}}} | only one of",
            "{\"registries\": {\"r.io\": {\"username\": \"u\", \"password\": \"geheim\", \"passwordFile\": \"f\"}}} "
                    + "| more than one",
            "{\"registries\": {\"r.io\": {\"key\": \"geheim\"}}} | only one of \"certificate\" and \"key\"",
            "{\"registries\": {\"r.io\": {\"plainHttp\": \"geheim\"}}} | registries.\"r.io\".plainHttp",
            "{\"registries\": {\"r.io\": {\"mirrors\": [\"m.io\", \"geheim\"]}}} | registries.\"r.io\".mirrors[1]",
            "{\"registries\": {\"r.io\": {\"mirrors\": \"geheim\"}}} | mirrors is not a list",
            "{\"registries\": {\"r.io\": {\"mirrors\": [\"https://geheim.io\"]}}} | mirrors[0]",
            "{\"registries\": {\"r.io\": {\"password\": 7}}} | registries.\"r.io\".password",
            "{\"registries\": {\"r.io\": {\"ca\": \"\"}}} | registries.\"r.io\".ca",
            "{\"registries\": {\"r.io\": []}} | registries.\"r.io\" is not a JSON object",
            "{\"registries\": {\"r.io/team\": {}}} | HOST[:PORT]",
            "{\"registries\": {\"https://r.io\": {}}} | HOST[:PORT]",
            "{\"registries\": {\"registry\": {}}} | HOST[:PORT]", "{\"registries\": {\"\": {}}} | HOST[:PORT]",
            "{\"registries\": {\"docker.io\": {}, \"index.docker.io\": {}}} | twice",
            "{\"registries\": {\"r.io\": {}, \"r.io\": {}}} | twice",
            "{\"registries\": {\"r.io\": {}, \"R.io\": {}}} | twice",
            "{\"registries\": {\"r.io\": {\"password\": \"geheim | line 1" })
    void mistakeIsNamedWithItsPlaceAndWithoutValues(String json, String part) {
        assertThatExceptionOfType(InvalidRegistriesException.class).isThrownBy(() -> read(json))
                .withMessageContainingAll("registries.json", part)
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("geheim"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[[[[[[[[[[[[", "{\"registries\": {\"a\": {\"mirrors\": [[[[[[[[[[" })
    void deeplyNestedFileFails(String json) {
        assertThatExceptionOfType(InvalidRegistriesException.class).isThrownBy(() -> read(json));
    }

    @Test
    void missingFileFails() {
        assertThatExceptionOfType(InvalidRegistriesException.class)
                .isThrownBy(() -> RegistriesSettings.read(this.folder.resolve("none.json")))
                .withMessageContaining("no such file");
    }

    @Test
    void largeFileFails() throws IOException {
        Path file = Files.writeString(this.folder.resolve("registries.json"), " ".repeat((1 << 20) + 1));
        assertThatExceptionOfType(InvalidRegistriesException.class).isThrownBy(() -> RegistriesSettings.read(file));
    }

    @Test
    void serviceUsesOnlyTheIdentityOfPublicRegistries() throws IOException {
        RegistriesSettings all = read("""
                {"registries": {
                  "a.io": {"username": "u", "password": "p", "mirrors": ["m.io"], "ca": "ca.pem"},
                  "b.io": {"username": "u", "password": "p", "publicToAllClients": true},
                  "c.io": {"certificate": "c.pem", "key": "k.pem"},
                  "d.io": {"plainHttp": true}}}""");
        RegistriesSettings service = all.forAllClients(_ -> {
        });
        assertThat(all.withheld()).containsExactly("a.io", "c.io");
        assertThat(all.publicRegistries()).containsExactly("b.io");
        assertThat(find(service, "a.io")).isNull();
        assertThat(find(service, "b.io")).isEqualTo(new Credentials("u", "p", false));
        assertThat(service.of("a.io").mirrors()).hasSize(1);
        assertThat(service.of("a.io").tls().authorities()).hasSize(1);
        assertThat(service.of("c.io").tls()).isEqualTo(TlsFiles.NONE);
        assertThat(service.remedy("a.io")).contains("public to all clients");
        assertThat(service.remedy("e.io")).doesNotContain("docker login");
        assertThat(all.remedy("a.io")).contains("docker login a.io");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "\"ca\": \"none.pem\" | none.pem",
            "\"publicToAllClients\": true, \"certificate\": \"none.pem\", \"key\": \"k.pem\" | none.pem",
            "\"publicToAllClients\": true, \"username\": \"u\", \"passwordFile\": \"none\" | \"passwordFile\"" })
    void serviceReadsAllFilesAtItsStart(String members, String part) throws IOException {
        RegistriesSettings settings = read("{\"registries\": {\"r.io\": {" + members + "}}}");
        assertThatExceptionOfType(InvalidImageException.class)
                .isThrownBy(() -> Registries.ofService(settings, NetworkPolicy.EVERYTHING, _ -> null, _ -> {
                }))
                .withMessageContainingAll(part, this.folder.toString());
    }

    @Test
    void serviceReadsTheAuthoritiesOfTheEnvironmentAtItsStart() {
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> Registries.ofService(RegistriesSettings.NONE, NetworkPolicy.EVERYTHING,
                        Map.of("SSL_CERT_FILE", "none.pem")::get, _ -> {
                        }))
                .withMessageContaining("none.pem");
    }

    @Test
    void clientsOfAServiceDoNotSeeThePathOfAPassword() throws IOException {
        List<InvalidImageException> log = new ArrayList<>();
        RegistriesSettings service = read("{\"registries\": {\"r.io\": {\"username\": \"u\", "
                + "\"passwordFile\": \"secret\", \"publicToAllClients\": true}}}").forAllClients(log::add);
        assertThatExceptionOfType(LoginException.class).isThrownBy(() -> find(service, "r.io"))
                .satisfies(ex -> assertThat(ex.getMessage()).contains("r.io").doesNotContain("secret"));
        assertThat(log).singleElement().satisfies(ex -> assertThat(ex.getMessage()).contains("secret"));
    }

    @Test
    void settingsAsTextHaveNoSecret() throws IOException {
        RegistriesSettings settings = read(
                "{\"registries\": {\"r.io\": {\"username\": \"u\", \"password\": \"geheim\"}}}");
        assertThat(settings.toString() + settings.of("r.io")).doesNotContain("geheim");
    }

    @Test
    void fileInTheEnvironmentComesBeforeTheUsualOne() throws IOException {
        Path named = write("named.json", "a.io");
        write(".config/tare/registries.json", "b.io");
        write("xdg/tare/registries.json", "c.io");
        assertThat(hosts(Map.of("TARE_REGISTRIES", named.toString()))).contains("a.io");
        assertThat(hosts(Map.of())).contains("b.io");
        assertThat(hosts(Map.of("XDG_CONFIG_HOME", this.folder.resolve("xdg").toString()))).contains("c.io");
        assertThat(hosts(Map.of("XDG_CONFIG_HOME", this.folder.resolve("none").toString()))).contains("[]");
    }

    private String hosts(Map<String, String> environment) {
        return RegistriesSettings.of(environment::get, this.folder).toString();
    }

    private Path write(String name, String host) throws IOException {
        Path file = this.folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{\"registries\": {\"" + host + "\": {}}}");
    }

    private RegistriesSettings read(String json) throws IOException {
        return RegistriesSettings.read(Files.writeString(this.folder.resolve("registries.json"), json));
    }

    private static @Nullable Credentials find(RegistriesSettings settings, String registry) {
        return settings.find(registry, "app", Deadline.of(Limits.DEFAULTS));
    }
}
