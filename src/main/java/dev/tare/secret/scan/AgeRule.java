package dev.tare.secret.scan;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * An identity of age: a Bech32 text with its checksum.
 *
 * @see <a href="https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki#bech32">BIP 173, Bech32</a>
 */
final class AgeRule implements SecretRule {

    private static final String HUMAN_READABLE = "age-secret-key-";

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    /** The prefix, {@code 1}, 32 bytes in groups of five bits, and six characters of checksum. */
    private static final int LENGTH = HUMAN_READABLE.length() + 1 + 52 + 6;

    private static final int[] GENERATOR = { 0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3 };

    /** The checksum of the human-readable part: its high bits, a zero, and its low bits. */
    private static final int HEAD = Stream
            .of(HUMAN_READABLE.chars().map(c -> c >> 5), IntStream.of(0), HUMAN_READABLE.chars().map(c -> c & 31))
            .flatMapToInt(values -> values)
            .reduce(1, AgeRule::next);

    @Override
    public String anchor() {
        return "AGE-SECRET-KEY-1";
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        String text = window.text(at, at + LENGTH);
        return text.length() == LENGTH && hasChecksum(text.toLowerCase(Locale.ROOT))
                ? new Hit(SecretKind.AGE_PRIVATE_KEY, at, at + LENGTH)
                : null;
    }

    private static boolean hasChecksum(String text) {
        IntStream values = text.substring(HUMAN_READABLE.length() + 1).chars().map(ALPHABET::indexOf);
        return values.reduce(HEAD, (sum, value) -> sum < 0 || value < 0 ? -1 : next(sum, value)) == 1;
    }

    private static int next(int sum, int value) {
        int next = ((sum & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= ((sum >> (25 + i)) & 1) == 0 ? 0 : GENERATOR[i];
        }
        return next;
    }
}
