package dev.tare.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Keys and certificates in a text file, as openssl writes them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468, textual encodings of PKIX structures</a>
 */
final class PemFile {

    private static final int MAX_SIZE = 1 << 20;

    /** The text of a block has no dash, except in the headers of an encrypted key. */
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private final Path file;

    private final List<Block> blocks;

    private PemFile(Path file, List<Block> blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    /** @throws EngineException if the file cannot be read */
    static PemFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                throw EngineException.file(null, file, "is larger than " + (MAX_SIZE >> 20) + " MiB.");
            }
            List<Block> blocks = new ArrayList<>();
            Matcher matcher = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1));
            while (matcher.find()) {
                blocks.add(new Block(matcher.group(1), matcher.group(2)));
            }
            return new PemFile(file, blocks);
        } catch (IOException ex) {
            throw EngineException.file(null, file, "cannot be read. Allow the user that runs Tare to read it.");
        }
    }

    /** @throws EngineException if the file has no certificate, or an invalid one */
    List<X509Certificate> certificates() {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> certificates = new ArrayList<>();
            for (Block block : this.blocks) {
                if (block.label().equals("CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes(block))));
                }
            }
            if (certificates.isEmpty()) {
                throw EngineException.file(null, this.file, "has no certificate in PEM form.");
            }
            return certificates;
        } catch (CertificateException ex) {
            throw EngineException.file(null, this.file, "has an invalid certificate.");
        }
    }

    /**
     * The private key in the form of PKCS#8, of PKCS#1 for RSA, or of SEC 1 for elliptic curves.
     *
     * @throws EngineException if the file has no key, or an encrypted or invalid one
     */
    PrivateKey privateKey() {
        for (Block block : this.blocks) {
            byte[] encoded = switch (block.label()) {
                case "PRIVATE KEY" -> bytes(block);
                case "RSA PRIVATE KEY" -> Pkcs8.ofRsa(bytes(block));
                case "EC PRIVATE KEY" -> Pkcs8.ofCurve(bytes(block));
                case "ENCRYPTED PRIVATE KEY" -> throw encrypted();
                default -> null;
            };
            if (encoded != null) {
                return key(encoded);
            }
        }
        throw EngineException.file(null, this.file, "has no private key in PEM form.");
    }

    private PrivateKey key(byte[] encoded) {
        for (String algorithm : KEY_ALGORITHMS) {
            PrivateKey key = key(algorithm, encoded);
            if (key != null) {
                return key;
            }
        }
        throw EngineException.file(null, this.file,
                "has a private key that is damaged, or neither of RSA nor of an elliptic curve that Java knows.");
    }

    private static @Nullable PrivateKey key(String algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException ex) {
            return null;
        } catch (GeneralSecurityException ex) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, ex);
        }
    }

    private byte[] bytes(Block block) {
        if (block.text().contains("ENCRYPTED")) {
            throw encrypted();
        }
        try {
            return Base64.getMimeDecoder().decode(block.text());
        } catch (IllegalArgumentException ex) {
            throw EngineException.file(null, this.file, "has a damaged block \"" + block.label() + "\".");
        }
    }

    private EngineException encrypted() {
        return EngineException.file(null, this.file, "has an encrypted key, and Tare does not ask for its passphrase. "
                + "Write a copy without one: openssl pkey -in FILE -out COPY.");
    }

    private record Block(String label, String text) {}
}
