package dev.tare.secret.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A PuTTY private key file.
 *
 * @see <a href="https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html">PuTTY, PPK file format</a>
 */
final class PuttyRule implements SecretRule {

    private static final int MOST = 12 * 1024;

    private static final String END = "\\r?+\\n";

    private static final Pattern FORM = Pattern.compile("PuTTY-User-Key-File-[123]: [\\w@.-]{1,64}+" + END
            + "Encryption: ([\\w-]{1,32}+)" + END + "Comment: [^\\r\\n]{0,255}+" + END + "Public-Lines: [0-9]{1,3}+"
            + END
            + "(?:[A-Za-z0-9+/=]{1,64}+" + END + "){1,150}+(?:(?:Key|Argon2)-[\\w-]{1,32}+: [^\\r\\n]{1,128}+" + END
            + "){0,8}+Private-Lines: [0-9]{1,3}+" + END + "[A-Za-z0-9+/=]{4,64}+");

    @Override
    public String anchor() {
        return "PuTTY-User-Key-File-";
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        Matcher matcher = FORM.matcher(window.text(at, at + MOST));
        if (!matcher.lookingAt()) {
            return null;
        }
        return new Hit(matcher.group(1).equals("none") ? SecretKind.PUTTY_PRIVATE_KEY
                : SecretKind.ENCRYPTED_PUTTY_PRIVATE_KEY, at, at + matcher.end());
    }
}
