package dev.tare.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The certificates and private keys in a PEM file. Text around the blocks, and blocks with other labels, do not count.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468, textual encodings</a>
 */
public final class PemFile {

    /** A bundle of all public authorities has a quarter of these bytes. */
    private static final int MAX_SIZE = 1 << 20;

    private static final String BEGIN = "-----BEGIN ";

    private static final String DASHES = "-----";

    private static final Set<String> CERTIFICATES = Set.of("CERTIFICATE", "X509 CERTIFICATE");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    private final Path file;

    private final List<Block> blocks;

    private PemFile(Path file, List<Block> blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    /** @throws InvalidPemException if the file cannot be read, or is larger than 1 MiB */
    public static PemFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                throw new InvalidPemException(file, "is larger than 1 MiB. Configure a PEM file.", null);
            }
            return new PemFile(file, blocks(new String(content, StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException ex) {
            throw new InvalidPemException(file, "does not exist. Correct its path in the configuration.", ex);
        } catch (IOException ex) {
            throw new InvalidPemException(file, "cannot be read. Allow the user that runs Tare to read it.", ex);
        }
    }

    /**
     * All certificates of the file, in its order.
     *
     * @throws InvalidPemException if it has no certificate, or a damaged one
     */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = this.blocks.stream()
                .filter(block -> CERTIFICATES.contains(block.label()))
                .map(this::certificate)
                .toList();
        if (certificates.isEmpty()) {
            throw new InvalidPemException(this.file, "has no certificate in PEM form (BEGIN CERTIFICATE). Configure "
                    + "another file, or convert this one with \"openssl x509\".", null);
        }
        return certificates;
    }

    /**
     * The first private key of the file, in the forms PKCS#8, PKCS#1 (RSA) and SEC 1 (elliptic curves).
     *
     * @throws InvalidPemException if it has no private key, or one that is encrypted or damaged
     */
    PrivateKey privateKey() {
        Block block = this.blocks.stream()
                .filter(one -> one.label().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> new InvalidPemException(this.file,
                        "has no private key in PEM form (BEGIN PRIVATE KEY). Configure another file.", null));
        if (block.label().startsWith("ENCRYPTED") || block.text().contains("ENCRYPTED")) {
            throw new InvalidPemException(this.file, "has a private key with a password, which Tare cannot read. "
                    + "Remove the password with \"openssl pkey\".", null);
        }
        byte[] encoded = decoded(block);
        return parse(switch (block.label()) {
            case "RSA PRIVATE KEY" -> Der.pkcs8OfRsa(encoded);
            case "EC PRIVATE KEY" -> Der.pkcs8OfEc(encoded);
            default -> encoded;
        });
    }

    private PrivateKey parse(byte[] pkcs8) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException ex) {
                // The key may have the next algorithm.
            }
        }
        throw new InvalidPemException(this.file, "has a private key that is damaged or has an unknown algorithm. "
                + "Expected RSA, elliptic curves or Ed25519.", null);
    }

    Path file() {
        return this.file;
    }

    private X509Certificate certificate(Block block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(decoded(block)));
        } catch (CertificateException ex) {
            throw new InvalidPemException(this.file, "has a damaged certificate. Export it again.", ex);
        }
    }

    private byte[] decoded(Block block) {
        try {
            return Base64.getMimeDecoder().decode(block.text());
        } catch (IllegalArgumentException ex) {
            throw new InvalidPemException(this.file, "has a block " + block.label() + " that is not Base64. Export it "
                    + "again.", null);
        }
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
            int end = labelEnd < 0 ? -1 : text.indexOf("-----END ", labelEnd);
            if (end < 0) {
                break;
            }
            blocks.add(new Block(text.substring(begin + BEGIN.length(), labelEnd),
                    text.substring(labelEnd + DASHES.length(), end)));
            begin = text.indexOf(BEGIN, end);
        }
        return blocks;
    }

    private record Block(String label, String text) {}
}
