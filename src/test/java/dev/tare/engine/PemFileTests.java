package dev.tare.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The keys are for these tests only. openssl wrote each of them in two forms. */
class PemFileTests {

    private static final String RSA_PKCS1 = """
            -----BEGIN RSA PRIVATE KEY-----
            MIICXAIBAAKBgQC1CEUvXpDWjUwCqhc4Q+cu16wH5x+7+uLsihVMYGTseNcn7jp8
            hd4EECSxwkq2cg9z0xKK14znHq0ZER2pAoezBErOPShH3DgENni8L84vbVHcihpi
            toz47Hf6PaXwvhPqJDCkQbUwqynXM8SKVTbxB/DARu3lap5hatXa4Aj0NwIDAQAB
            AoGAD6gbc7FWDXhC7qgPQgp9YAu/ER/oGrXkElkO5oAfumPpF8b+v+5D+U38HnOT
            SpwqwfWrUN67jPGWPujAC/HwEmIdhp1Yl5iCi1GexdD9QSBbMG/CUo6Vnr6+s6jJ
            cC3IDSx0VbjwDdYHZhd6Gb5LmNfi12sI+pshV4FYb/vtCeECQQDpKfA6mpamF+2K
            bIpYzMzJzYt1QEs1HyUCHc4y8dy+ZHzMWBQzB6rFfV7ZylNF0JWkT6WDizktWyqL
            bvLo9jRjAkEAxsNAKUBTZblMgJgNt8ro+sNVGoIvT+tUK4Gg9EBo8iAHEJiwsy6S
            cxPN2ySdqLj1hLR3ihjjVjJLKo9+zXl3HQJBALKGJOSKJpzHp14cWxVAwfAlzAib
            kLn8vbZQIehJ3Y19nTxMmDK2RR/vLSeuTXIgEeN8BCui9sVujzWxXpXWpScCQC6D
            uPsuY5X1tFKPwv4VDUrJ9Zubhcj1MKBx2KHwhN7M4fpfUVLNflZR9yXmvsKibkqd
            FTCLPICKio6uQCWD3H0CQDOU66C5NoGiZVMX2AtSd8zHuCg1ZD3OV1x9Fr4UTtcu
            Cp7pcqC/NrhXryJIN1XhMUeAzQjQqsApjKwzagrGIP4=
            -----END RSA PRIVATE KEY-----
            """;

    private static final String RSA_PKCS8 = """
            -----BEGIN PRIVATE KEY-----
            MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBALUIRS9ekNaNTAKq
            FzhD5y7XrAfnH7v64uyKFUxgZOx41yfuOnyF3gQQJLHCSrZyD3PTEorXjOcerRkR
            HakCh7MESs49KEfcOAQ2eLwvzi9tUdyKGmK2jPjsd/o9pfC+E+okMKRBtTCrKdcz
            xIpVNvEH8MBG7eVqnmFq1drgCPQ3AgMBAAECgYAPqBtzsVYNeELuqA9CCn1gC78R
            H+gateQSWQ7mgB+6Y+kXxv6/7kP5Tfwec5NKnCrB9atQ3ruM8ZY+6MAL8fASYh2G
            nViXmIKLUZ7F0P1BIFswb8JSjpWevr6zqMlwLcgNLHRVuPAN1gdmF3oZvkuY1+LX
            awj6myFXgVhv++0J4QJBAOkp8DqalqYX7YpsiljMzMnNi3VASzUfJQIdzjLx3L5k
            fMxYFDMHqsV9XtnKU0XQlaRPpYOLOS1bKotu8uj2NGMCQQDGw0ApQFNluUyAmA23
            yuj6w1Uagi9P61QrgaD0QGjyIAcQmLCzLpJzE83bJJ2ouPWEtHeKGONWMksqj37N
            eXcdAkEAsoYk5IomnMenXhxbFUDB8CXMCJuQufy9tlAh6EndjX2dPEyYMrZFH+8t
            J65NciAR43wEK6L2xW6PNbFeldalJwJALoO4+y5jlfW0Uo/C/hUNSsn1m5uFyPUw
            oHHYofCE3szh+l9RUs1+VlH3Jea+wqJuSp0VMIs8gIqKjq5AJYPcfQJAM5TroLk2
            gaJlUxfYC1J3zMe4KDVkPc5XXH0WvhRO1y4KnulyoL82uFevIkg3VeExR4DNCNCq
            wCmMrDNqCsYg/g==
            -----END PRIVATE KEY-----
            """;

    private static final String CURVE_SEC1 = """
            -----BEGIN EC PARAMETERS-----
            BggqhkjOPQMBBw==
            -----END EC PARAMETERS-----
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIIh6WAL+i7l3G9Li3yR0iWA+5u32SvHSAmF5sX0M7u2ToAoGCCqGSM49
            AwEHoUQDQgAES9DFlHmiQOxmN/PmDzhan6fErvANlwLMi0TrIphhdpWELOeRvpDF
            YHXJauk+mHrgQLtuusLWIfmzchGy08ktFA==
            -----END EC PRIVATE KEY-----
            """;

    private static final String CURVE_PKCS8 = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiHpYAv6LuXcb0uLf
            JHSJYD7m7fZK8dICYXmxfQzu7ZOhRANCAARL0MWUeaJA7GY38+YPOFqfp8Su8A2X
            AsyLROsimGF2lYQs55G+kMVgdclq6T6YeuBAu266wtYh+bNyEbLTyS0U
            -----END PRIVATE KEY-----
            """;

    private static final String ED25519 = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIBZ+FusN4cbzCT4LldEtpfuCyvwldqkTyL6jLKweNBBv
            -----END PRIVATE KEY-----
            """;

    @TempDir
    private Path folder;

    @Test
    void privateKeyReadsEachForm() throws IOException {
        assertThat(key(RSA_PKCS1)).isEqualTo(key(RSA_PKCS8));
        assertThat(((ECPrivateKey) key("text before\n" + CURVE_SEC1)).getS())
                .isEqualTo(((ECPrivateKey) key(CURVE_PKCS8)).getS());
        assertThat(key(ED25519).getAlgorithm()).isEqualTo("EdDSA");
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 130, 160, 200 })
    void privateKeyWhenItIsDamagedThrowsException(int at) {
        for (String text : new String[] { RSA_PKCS1, CURVE_SEC1, CURVE_PKCS8 }) {
            String damaged = text.substring(0, at) + text.substring(at + 8);
            assertThatExceptionOfType(EngineException.class).isThrownBy(() -> key(damaged));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIB\n-----END RSA PRIVATE KEY-----" })
    void privateKeyWhenItIsEncryptedNamesTheRemedy(String text) {
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> key(text))
                .withMessageContaining("openssl pkey");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "nonsense", "-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN EC PRIVATE KEY-----\n"
            + "-----END EC PRIVATE KEY-----",
            "-----BEGIN EC PRIVATE KEY-----\nMIP/////\n-----END EC PRIVATE KEY-----" })
    void readWithoutAKeyOrCertificateThrowsException(String text) throws IOException {
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> key(text));
        PemFile file = PemFile.read(Files.writeString(this.folder.resolve("cert.pem"), text));
        assertThatExceptionOfType(EngineException.class).isThrownBy(file::certificates)
                .withMessageContaining("cert.pem");
    }

    @Test
    void readWhenTheFileIsMissingThrowsException() {
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> PemFile.read(this.folder.resolve("none")));
    }

    private PrivateKey key(String text) throws IOException {
        return PemFile.read(Files.writeString(this.folder.resolve("key.pem"), text)).privateKey();
    }
}
