package dev.tare.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** A private key in PEM that is encoded in Base64 once more, as in kubeconfig files and Kubernetes' secrets. */
final class EncodedPemRule implements SecretRule {

    private static final Characters BASE64 = Characters.alphanumericAnd("+/=");

    private final PemRule pem = new PemRule();

    @Override
    public String anchor() {
        return Base64.getEncoder().encodeToString("-----BEGIN".getBytes(StandardCharsets.ISO_8859_1)).substring(0, 13);
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        if (window.at(at - 1) != '=' && BASE64.has(window.at(at - 1))) {
            return null;
        }
        int end = BASE64.endOfRun(window.bytes(), at, Math.min(window.end(), at + PemRule.MOST));
        Hit hit = decodedMatch(window.text(at, end));
        return hit == null ? null : new Hit(hit.kind(), end);
    }

    private @Nullable Hit decodedMatch(String text) {
        String whole = text.substring(0, text.length() - text.length() % 4);
        try {
            byte[] decoded = Base64.getDecoder().decode(whole);
            return this.pem.match(new Window(decoded, decoded.length), 0);
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }
}
