package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * Example secrets from public documents, without any use. They are stored as digests, so that this file does not
 * contain them.
 */
final class KnownExamples {

    private static final Set<String> SHA256 = Set.of(
            // AWS's documents: two access key IDs and their secrets
            "1a5d44a2dca19669d72edf4c4f1c27c4c1ca4b4408fbb17f6ce4ad452d78ddb3",
            "c6ea27c534f993d31f0aef882e3d200e7b87470c379ae79c8f9b19d3bd363dc9",
            "78314b11be2e581549ac1c4f616563fad3fdf0c3b71678f6e2299182080e0598",
            "e21b597ba6b9cafa59d9ebc4d65c0385f5eb3fa56abab2607fa76589ad849a33",
            // Microsoft's documents: the storage emulator's account key
            "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
            // The token that descriptions of GitHub's checksum show
            "976b57ee8acdfcf45f76bcc5e329a23655bd0e1e7eeffd8ec98bab6ca6cdd660",
            // jwt.io: the initial tokens of its debugger
            "7f75367e7881255134e1375e723d1dea8ad5f6a4fdb79d938df1f1754a830606",
            "c794fa6d20c64efb9adf980ae93af472a1679775862d421ffe55d4a57fad5b3e");

    private KnownExamples() {}

    static boolean contain(String secret) {
        return SHA256.contains(sha256(secret));
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("This Java runtime has no SHA-256, which the platform requires", ex);
        }
    }
}
