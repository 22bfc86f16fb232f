package dev.tare.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate that identifies this client, with its private key.
 *
 * @param chain the certificate, followed by those of its issuers
 */
record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {

    private static final byte[] PROBE = { 1, 2, 3, 4 };

    ClientCertificate {
        chain = List.copyOf(chain);
    }

    /**
     * The certificate and the key in these files. One file may have both.
     *
     * @throws InvalidPemException if one has none, the key is for another certificate, or the certificate is not valid at
     *                             this time
     */
    static ClientCertificate of(PemFile certificate, PemFile key) {
        List<X509Certificate> chain = certificate.certificates();
        PrivateKey privateKey = key.privateKey();
        if (!fits(chain.getFirst().getPublicKey(), privateKey)) {
            throw new InvalidPemException(key.file(), "does not have the private key of the certificate in \""
                    + certificate.file() + "\". Configure files that belong together.", null);
        }
        try {
            chain.getFirst().checkValidity();
        } catch (CertificateExpiredException ex) {
            throw new InvalidPemException(certificate.file(), "has a certificate that expired on "
                    + chain.getFirst().getNotAfter().toInstant() + ". Renew it.", ex);
        } catch (CertificateNotYetValidException ex) {
            throw new InvalidPemException(certificate.file(), "has a certificate that is not valid before "
                    + chain.getFirst().getNotBefore().toInstant() + ". Check the clock of this machine.", ex);
        }
        return new ClientCertificate(chain, privateKey);
    }

    /** The subject, without the key. */
    @Override
    public String toString() {
        return "ClientCertificate of " + this.chain.getFirst().getSubjectX500Principal();
    }

    private static boolean fits(PublicKey certified, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            });
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException ex) {
            return false;
        }
    }
}
