package dev.tare.registry.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the helpers are shell scripts")
class CredentialHelperTests {

    private static final String ANSWER = "{\"ServerURL\":\"x\",\"Username\":\"u\",\"Secret\":\"p\"}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({ "r.io:5000, r.io:5000", "docker.io, https://index.docker.io/v1/" })
    void serverIsOnStandardInput(String registry, String server) throws IOException {
        write("store", "test \"$1\" = get || exit 3; read line; echo \"{\\\"Username\\\":\\\"$line\\\","
                + "\\\"Secret\\\":\\\"p\\\"}\"");
        assertThat(get("store", registry)).isEqualTo(new Credentials(server, "p", false));
    }

    @Test
    void userOfATokenMeansAnIdentityToken() throws IOException {
        write("store", "echo '{\"Username\":\"<token>\",\"Secret\":\"t\"}'");
        assertThat(get("store", "r.io")).isEqualTo(new Credentials("", "t", true));
    }

    @Test
    void missingCredentialsAreNone() throws IOException {
        write("store", "cat > /dev/null; echo credentials not found in native keychain; exit 1");
        assertThat(get("store", "r.io")).isNull();
    }

    @Test
    void failureIsExplainedByStandardError() throws IOException {
        write("store", "echo the store is locked >&2; exit 7");
        assertFails("store", "docker-credential-store", "7", "the store is locked");
    }

    @Test
    void failureIsExplainedByStandardOutput() throws IOException {
        write("store", "echo the store is locked; exit 1");
        assertFails("store", "the store is locked");
    }

    @Test
    void failureAfterAnAnswerDoesNotShowTheSecret() throws IOException {
        write("store", "echo '{\"Username\":\"u\",\"Secret\":\"geheim\"}'; exit 1");
        assertFails("store", "exit status 1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "geheim", "[]", "{\"Username\":\"u\"}", "{\"Username\":\"geheim\",\"Secret\":\"\"}" })
    void answerWithoutSecretFailsWithoutBeingShown(String answer) throws IOException {
        write("store", "echo '" + answer + "'");
        assertFails("store", "\"Username\" and \"Secret\"");
    }

    @Test
    void outputWithoutEndFails() throws IOException {
        write("store", "while true; do echo geheimgeheimgeheimgeheimgeheimgeheimgeheim; done");
        assertFails("store", "more than");
    }

    @Test
    void programThatDoesNotEndIsKilledWithItsChildren() throws IOException {
        write("store", "sleep 1000 & echo $! > '" + this.folder + "/child'; echo $$ > '" + this.folder
                + "/parent'; wait");
        assertFails(new CredentialHelper(this.folder.toString(), Duration.ofSeconds(1)), "store", "does not end");
        for (String name : List.of("child", "parent")) {
            long id = Long.parseLong(Files.readString(this.folder.resolve(name)).strip());
            ProcessHandle.of(id).ifPresent(process -> process.onExit().join());
            assertThat(ProcessHandle.of(id)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "../store", "a/b", "-x", "a b", "$(id)", ".." })
    void nameThatCouldLeadElsewhereIsRefused(String name) {
        assertFails(name, "other characters");
    }

    @Test
    void programThatIsNotInPathIsNamed() {
        assertFails("none", "docker-credential-none", "PATH");
    }

    @Test
    void relativeFoldersOfPathAreIgnored() throws IOException {
        write("store", "echo '" + ANSWER + "'");
        Path relative = Path.of("").toAbsolutePath().relativize(this.folder);
        assertFails(new CredentialHelper(relative + "::.", Duration.ofSeconds(5)), "store", "PATH");
    }

    @Test
    void helperOfTheRegistryComesBeforeTheStore() throws IOException {
        write("own", "echo '{\"Username\":\"own\",\"Secret\":\"p\"}'");
        write("store", "read server; echo \"{\\\"Username\\\":\\\"store\\\",\\\"Secret\\\":\\\"$server\\\"}\"");
        LoginFiles files = files("{\"credsStore\":\"store\",\"credHelpers\":{\"r.io\":\"own\"}}");
        assertThat(find(files, "r.io")).isEqualTo(new Credentials("own", "p", false));
        assertThat(find(files, "s.io")).isEqualTo(new Credentials("store", "s.io", false));
    }

    @Test
    void emptyNameOfAHelperMeansTheFile() throws IOException {
        write("store", "echo '" + ANSWER + "'");
        LoginFiles files = files("{\"credsStore\":\"store\",\"credHelpers\":{\"r.io\":\"\"},"
                + "\"auths\":{\"r.io\":{\"username\":\"file\",\"password\":\"p\"}}}");
        assertThat(files.find("r.io", "app", Deadline.of(Limits.DEFAULTS)))
                .isEqualTo(new Credentials("file", "p", false));
    }

    @Test
    void helperWithoutCredentialsLeavesTheFile() throws IOException {
        write("store", "echo credentials not found in native keychain; exit 1");
        LoginFiles files = files(
                "{\"credsStore\":\"store\",\"auths\":{\"r.io\":{\"username\":\"u\",\"password\":\"p\"}}}");
        assertThat(find(files, "r.io")).isEqualTo(new Credentials("u", "p", false));
        assertThat(find(files, "s.io")).isNull();
    }

    private LoginFiles files(String json) throws IOException {
        Path home = Files.createDirectories(this.folder.resolve(".docker")).getParent();
        Files.writeString(home.resolve(".docker/config.json"), json);
        Map<String, String> environment = Map.of("PATH", this.folder.toString());
        return LoginFiles.of(environment::get, home);
    }

    private static @Nullable Credentials find(LoginFiles files, String registry) {
        return files.find(registry, "app", Deadline.of(Limits.DEFAULTS));
    }

    private void assertFails(String name, String... parts) {
        assertFails(new CredentialHelper(this.folder.toString(), Duration.ofSeconds(30)), name, parts);
    }

    private static void assertFails(CredentialHelper helpers, String name, String... parts) {
        assertThatExceptionOfType(LoginException.class)
                .isThrownBy(() -> helpers.get(name, "r.io", Deadline.of(Limits.DEFAULTS)))
                .satisfies(ex -> assertThat(ex.getMessage()).contains(parts).contains("r.io").doesNotContain("geheim"));
    }

    private @Nullable Credentials get(String name, String registry) {
        return new CredentialHelper(this.folder.toString(), Duration.ofSeconds(30)).get(name, registry,
                Deadline.of(Limits.DEFAULTS));
    }

    private void write(String name, String script) throws IOException {
        Path file = Files.writeString(this.folder.resolve("docker-credential-" + name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
