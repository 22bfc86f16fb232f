package dev.tare.secret.key;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

import dev.tare.secret.ContentSecrets;
import dev.tare.secret.FakeKeys;
import dev.tare.secret.FakeKeystores;
import dev.tare.secret.SecretKind;
import dev.tare.secret.SecretMatch;
import dev.tare.secret.scan.SecretScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

public class KeystoresTests {

    public static Stream<Arguments> keystores() {
        return Stream.of(arguments(SecretKind.KEYSTORE_KEY, FakeKeystores.withPrivateKey("JKS")),
                arguments(SecretKind.KEYSTORE_KEY, FakeKeystores.withPrivateKey("JCEKS")),
                arguments(SecretKind.KEYSTORE_KEY, FakeKeystores.withSecretKey("JCEKS")),
                arguments(SecretKind.KEYSTORE_KEY, FakeKeystores.withPrivateKey("PKCS12")),
                arguments(SecretKind.KEYSTORE_KEY, FakeKeystores.pkcs12(2, encryptedKey())),
                arguments(SecretKind.PRIVATE_KEY, FakeKeystores.pkcs12(1, FakeKeys.RSA.getEncoded())));
    }

    @ParameterizedTest
    @MethodSource("keystores")
    void keyIsFoundByTheStructureAlone(SecretKind kind, byte[] keystore) {
        assertThat(scan(keystore).matches()).containsExactly(new SecretMatch(kind, null));
    }

    /** PKCS#12 encrypts both together, so their kinds are unknown. */
    @ParameterizedTest
    @ValueSource(strings = { "JKS", "JCEKS", "PKCS12" })
    void certificatesAloneAreNotSecrets(String type) {
        assertThat(scan(FakeKeystores.ofCertificates(type)).isEmpty()).isTrue();
    }

    @Test
    void unencryptedCertificateBagIsNotASecret() {
        assertThat(scan(FakeKeystores.pkcs12(3, encryptedKey())).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("keystores")
    void truncatedKeystoreIsNotDetected(SecretKind kind, byte[] keystore) {
        for (int length = 0; length < keystore.length; length += 1 + length / 16) {
            byte[] part = Arrays.copyOf(keystore, length);
            assertThat(scan(part).matches()).as("%s of %s bytes", length, keystore.length)
                    .satisfiesAnyOf(found -> assertThat(found).isEmpty(),
                            found -> assertThat(keystore).as("JCEKS, where secret keys have no length")
                                    .startsWith(0xce));
        }
    }

    @Test
    void keystoreWithTrailingBytesIsNotDetected() {
        byte[] keystore = FakeKeystores.withPrivateKey("JKS");
        assertThat(scan(Arrays.copyOf(keystore, keystore.length + 1)).isEmpty()).isTrue();
    }

    private static byte[] encryptedKey() {
        String[] lines = FakeKeys.encryptedPkcs8().split("-----");
        return Base64.getMimeDecoder().decode(lines[2]);
    }

    private static ContentSecrets scan(byte[] content) {
        SecretScan scan = new SecretScan();
        scan.begin("app/file");
        scan.update(content, 0, content.length);
        return scan.finish();
    }
}
