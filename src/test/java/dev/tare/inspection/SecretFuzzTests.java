package dev.tare.inspection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tare.secret.ContentSecrets;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.key.KeystoresTests;
import dev.tare.secret.redaction.Redaction;
import dev.tare.secret.redaction.TextSecrets;
import dev.tare.secret.scan.SecretScan;
import dev.tare.secret.scan.SecretScanTests;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Any bytes can be scanned for secrets. The result does not depend on the pieces in which the bytes arrive. */
class SecretFuzzTests {

    private static final List<String> PATHS = List.of("file", ".npmrc", ".yarnrc.yml", ".netrc", ".docker/config.json",
            ".m2/settings.xml", ".pypirc", ".git-credentials", ".kube/config", ".pgpass", ".my.cnf",
            ".cargo/credentials.toml", ".composer/auth.json", "etc/shadow");

    /** The first byte chooses the path, the second the size of the pieces. */
    @MethodSource("secrets")
    @FuzzTest
    void secrets(byte[] input) {
        if (input.length < 2) {
            return;
        }
        String path = PATHS.get((input[0] & 0xff) % PATHS.size());
        ContentSecrets whole = scan(path, input, input.length);
        assertThat(scan(path, input, 1 + (input[1] & 0xff))).isEqualTo(whole);
        assertThat(whole.matches()).hasSizeLessThanOrEqualTo(SecretScan.MOST);
        String text = new String(input, 2, input.length - 2, StandardCharsets.ISO_8859_1);
        assertThat(TextSecrets.ofText(text)).doesNotContainNull();
        assertThat(TextSecrets.ofCommand(text)).doesNotContainNull();
        assertThat(TextSecrets.ofVariable("PASSWORD", text)).doesNotContainNull();
        assertThat(TextSecrets.ofVariable("TOKEN", text)).doesNotContainNull();
        assertThat(Redaction.text(text)).isNotNull();
    }

    static Stream<byte[]> secrets() {
        return Stream.concat(Stream.concat(texts(), texts().flatMap(SecretFuzzTests::inUtf16)),
                KeystoresTests.keystores().map(arguments -> behindChoices((byte[]) arguments.get()[1])));
    }

    private static Stream<byte[]> texts() {
        return Stream.concat(SecretScanTests.secrets().map(arguments -> "  " + arguments.get()[1]),
                Stream.of("\1 //registry/:_authToken=abcdef0123456789\n", "\3 machine a login b password c0ffee42\n",
                        "\4 {\"auths\":{\"r\":{\"auth\":\"dXNlcjpzM2NyZXQhIQ==\"}}}",
                        "\5 <settings><password>s3cret!!</password><!-- c --></settings>",
                        "\7 https://user:s3cret@host/\n", "\11 host:5432:db:user:s3cret\n",
                        "\15 root:$6$salt$abcdefghijklmnopqrstuvwxyz:1::::::\n",
                        "  curl -u a https://u:s3cret@h/ TOKEN=x",
                        "  a%22" + FakeTokens.withBase62Crc32("gh" + "p", 30),
                        "  {\\u0022a\\n" + FakeTokens.jsonWebToken(),
                        "  max_token=4096 TTL=PT15M DB_PASSWORD=run/secrets/x"))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Stream<byte[]> inUtf16(byte[] input) {
        String text = "\ufeff" + new String(input, 2, input.length - 2, StandardCharsets.ISO_8859_1);
        return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .map(encoding -> behindChoices(text.getBytes(encoding)));
    }

    private static byte[] behindChoices(byte[] content) {
        byte[] input = new byte[2 + content.length];
        System.arraycopy(content, 0, input, 2, content.length);
        return input;
    }

    private static ContentSecrets scan(String path, byte[] input, int pieces) {
        SecretScan scan = new SecretScan();
        scan.begin(path);
        for (int at = 2; at < input.length; at += pieces) {
            scan.update(input, at, Math.min(pieces, input.length - at));
        }
        return scan.finish();
    }
}
