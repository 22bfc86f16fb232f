package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import dev.tare.secret.Characters;
import dev.tare.secret.Window;
import dev.tare.secret.key.ArmoredText;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A private key in PEM with a second Base64 encoding, as in kubeconfig files and Kubernetes secrets. It has one line,
 * or lines of the same length.
 */
final class EncodedPemRule implements SecretRule {

    private static final Characters BASE64 = Characters.alphanumericAnd("+/=");

    private static final Characters BASE64_BEFORE = Characters.alphanumericAnd("+/");

    private static final byte[] ANCHOR = Arrays.copyOf(
            Base64.getEncoder().encode("-----BEGIN".getBytes(StandardCharsets.ISO_8859_1)), 13);

    private final PemRule pem = new PemRule();

    @Override
    public String anchor() {
        return new String(ANCHOR, StandardCharsets.ISO_8859_1);
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        if (BASE64_BEFORE.has(window.at(at - 1)) && !Escapes.endAt(window, at, BASE64_BEFORE)) {
            return null;
        }
        int limit = Math.min(window.end(), at + PemRule.MOST);
        int end = BASE64.endOfRun(window.bytes(), at, limit);
        Hit hit = decodedMatch(window.text(at, end), at, end);
        return hit == null ? wrappedMatch(window, at, end, limit) : hit;
    }

    /**
     * Joins lines. All lines except the last one are as long as the first one. A line with another anchor ends the
     * text.
     */
    private @Nullable Hit wrappedMatch(Window window, int at, int firstEnd, int limit) {
        StringBuilder text = new StringBuilder(window.text(at, firstEnd));
        int end = firstEnd;
        int length = firstEnd - at;
        while (length == firstEnd - at) {
            int next = ArmoredText.skipLineEnd(window, end);
            int nextEnd = BASE64.endOfRun(window.bytes(), next, limit);
            length = nextEnd - next;
            if (next == end || length == 0 || length > firstEnd - at || window.startsWith(ANCHOR, next)) {
                break;
            }
            text.append(window.text(next, nextEnd));
            end = nextEnd;
        }
        return end == firstEnd ? null : decodedMatch(text.toString(), at, end);
    }

    private @Nullable Hit decodedMatch(String text, int at, int end) {
        try {
            byte[] decoded = Base64.getDecoder().decode(whole(text));
            Hit hit = this.pem.match(new Window(decoded, decoded.length), 0);
            return hit == null ? null : new Hit(hit.kind(), at, end);
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }

    /** The complete groups of four characters, up to the first group with padding. */
    private static String whole(String text) {
        int padding = text.indexOf('=');
        int length = text.length() - text.length() % 4;
        return text.substring(0, padding < 0 ? length : Math.min(length, (padding / 4 + 1) * 4));
    }
}
