package dev.tare.secret.scan;

import java.util.regex.Pattern;

import dev.tare.secret.Characters;
import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * An AWS access key: its ID, and the secret near the ID. The ID is not a secret and occurs in many texts. The secret
 * has no mark, only 40 characters of Base64.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">AWS,
 *      unique identifiers</a>
 */
final class AwsRule implements SecretRule {

    /** The number of bytes before and after the ID to search for the secret, such as the lines above and below. */
    private static final int NEAR = 256;

    private static final int ID = 20;

    private static final int SECRET = 40;

    private static final Pattern ID_FORM = Pattern.compile("A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9_])");

    private static final Characters BASE64 = Characters.alphanumericAnd("+/");

    private final String prefix;

    /** @param prefix {@code AKIA} of lasting keys or {@code ASIA} of temporary ones */
    AwsRule(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public String anchor() {
        return this.prefix;
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        String id = window.text(at, at + ID + 1);
        if (!ID_FORM.matcher(id).lookingAt() || isExample(id.substring(0, ID))) {
            return null;
        }
        int secretEnd = endOfSecret(window, Math.max(0, at - NEAR), Math.min(window.end(), at + ID + NEAR));
        return secretEnd < 0 ? null
                : new Hit(SecretKind.AWS_ACCESS_KEY, Math.min(secretEnd - SECRET, at), Math.max(secretEnd, at + ID));
    }

    private static int endOfSecret(Window window, int from, int to) {
        int start = BASE64.nextRun(window.bytes(), from, to, SECRET);
        while (start >= 0) {
            int end = BASE64.endOfRun(window.bytes(), start, to);
            if (end - start == SECRET && isSecret(window.text(start, end))) {
                return end;
            }
            start = BASE64.nextRun(window.bytes(), end, to, SECRET);
        }
        return -1;
    }

    /** Whether the text has random characters of all kinds, unlike a hex digest, a path or a name. */
    static boolean isSecret(String text) {
        return Placeholders.isRandom(text) && !KnownExamples.contain(text)
                && text.chars().filter(Character::isUpperCase).count() >= 4
                && text.chars().filter(Character::isLowerCase).count() >= 4
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().distinct().count() >= 18;
    }

    private static boolean isExample(String id) {
        return id.endsWith("EXAMPLE") || KnownExamples.contain(id);
    }
}
