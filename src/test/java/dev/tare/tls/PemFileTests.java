package dev.tare.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import dev.tare.fixture.Certificates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PemFileTests {

    @TempDir
    static Path certificateFolder;

    static Certificates certificates;

    @TempDir
    Path folder;

    @BeforeAll
    static void create() throws IOException, InterruptedException {
        certificates = Certificates.create(certificateFolder);
    }

    @ParameterizedTest
    @CsvSource({ "RSA, 2048", "EC, 0", "Ed25519, 0" })
    void keysInPkcs8AreRead(String algorithm, int size) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (size > 0) {
            generator.initialize(size);
        }
        PrivateKey key = generator.generateKeyPair().getPrivate();
        assertThat(key("PRIVATE KEY", key.getEncoded())).isEqualTo(key);
    }

    @Test
    void rsaKeysInPkcs1AreRead() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        int header = 26;
        byte[] pkcs1 = Arrays.copyOfRange(key.getEncoded(), header, key.getEncoded().length);
        assertThat(key("RSA PRIVATE KEY", pkcs1)).isEqualTo(key);
    }

    /** With the curve, and after the block of parameters, as openssl writes both. */
    @Test
    void curveKeysInSec1AreRead() throws GeneralSecurityException, IOException {
        ECPrivateKey key = (ECPrivateKey) curveKey().getPrivate();
        assertThat(((ECPrivateKey) key("EC PRIVATE KEY", sec1(key.getS()))).getS()).isEqualTo(key.getS());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "text", "-----BEGIN PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----\nAA==",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n" })
    void fileWithoutKeyFails(String content) throws IOException {
        assertFails(content, "has no private key");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY" })
    void damagedKeyFailsWithoutItsContent(String label) throws IOException {
        for (String bytes : new String[] { "", "30", "3082", "308401020304", "30820004a0820000", "geheim" }) {
            String text = bytes.equals("geheim") ? bytes
                    : Base64.getEncoder().encodeToString(HexFormat.of().parseHex(bytes));
            assertFails("-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n", "damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n" })
    void keyWithAPasswordNamesTheRemedy(String content) throws IOException {
        assertFails(content, "openssl pkey");
    }

    @Test
    void severalCertificatesAreReadWithTextAroundThem() throws IOException {
        Path file = write("subject=CN=ca\n" + Files.readString(certificates.authority()) + "\nsubject=CN=client\r\n"
                + Files.readString(certificates.clientCertificate()).replace("\n", "\r\n"));
        assertThat(PemFile.read(file).certificates()).extracting(
                certificate -> certificate.getSubjectX500Principal().getName()).containsExactly("CN=ca", "CN=client");
    }

    @Test
    void damagedCertificateFails() throws IOException {
        Path file = write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThatExceptionOfType(InvalidPemException.class).isThrownBy(() -> PemFile.read(file).certificates())
                .withMessageContainingAll(file.toString(), "damaged");
    }

    @Test
    void missingFileIsNamed() {
        Path file = this.folder.resolve("none.pem");
        assertThatExceptionOfType(InvalidPemException.class).isThrownBy(() -> PemFile.read(file))
                .withMessageContainingAll(file.toString(), "does not exist");
    }

    @Test
    void largeFileFails() throws IOException {
        Path file = write("x".repeat((1 << 20) + 1));
        assertThatExceptionOfType(InvalidPemException.class).isThrownBy(() -> PemFile.read(file));
    }

    @Test
    void clientCertificateHasItsKey() {
        ClientCertificate client =
                ClientCertificate.of(PemFile.read(certificates.clientCertificate()),
                        PemFile.read(certificates.clientKey()));
        assertThat(client.chain()).hasSize(1);
        assertThat(client.toString()).contains("CN=client").doesNotContain(client.key().toString());
    }

    @Test
    void keyOfAnotherCertificateFails() {
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(
                        () -> ClientCertificate.of(PemFile.read(certificates.clientCertificate()),
                                PemFile.read(certificates.serverKey())))
                .withMessageContainingAll("server.key", "client.crt", "belong together");
    }

    private PrivateKey key(String label, byte[] encoded) throws IOException {
        return PemFile.read(write("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                + "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END " + label + "-----\n")).privateKey();
    }

    private void assertFails(String content, String part) throws IOException {
        Path file = write(content);
        assertThatExceptionOfType(InvalidPemException.class).isThrownBy(() -> PemFile.read(file).privateKey())
                .withMessageContainingAll(file.toString(), part)
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("geheim"));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(this.folder.resolve("file.pem"), content);
    }

    private static KeyPair curveKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] sec1(BigInteger secret) {
        byte[] padded = new byte[32];
        byte[] bytes = secret.toByteArray();
        int length = Math.min(bytes.length, padded.length);
        System.arraycopy(bytes, bytes.length - length, padded, padded.length - length, length);
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes(HexFormat.of().parseHex("30310201010420"));
        key.writeBytes(padded);
        key.writeBytes(HexFormat.of().parseHex("a00a06082a8648ce3d030107"));
        return key.toByteArray();
    }
}
