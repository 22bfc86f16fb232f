package dev.tare.secret.scan;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import dev.tare.secret.key.ArmoredText;
import dev.tare.secret.key.PrivateKeys;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A private key in PEM. The content after the label decides, not the label. Line ends may be escaped as in JSON.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468, textual encodings</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-6.2">RFC 9580, OpenPGP armor</a>
 */
final class PemRule implements SecretRule {

    /** The maximum length of a key. An RSA key of 16,384 bits is shorter. */
    static final int MOST = 15 * 1024;

    private static final int HEADERS = 1024;

    private static final int NEAR = 1024;

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9]{1,16}(?: [A-Z0-9]{1,16}){1,3}+)-----");

    /** Header lines before a key. OpenSSL writes them for encrypted keys, and OpenPGP for all keys. */
    private static final Pattern HEADER_LINES =
            Pattern.compile(
                    "(?:\\s|\\\\{1,4}[nrt])*+(?:[A-Z][\\w-]{1,32}+: [^\\r\\n\\\\]{0,128}+(?:\\s|\\\\{1,4}[nrt])++)*+");

    private static final Pattern SERVICE_ACCOUNT = Pattern.compile("\"client_email\"\\s*+:");

    @Override
    public String anchor() {
        return "-----BEGIN";
    }

    /** The previous block may end in the same line. */
    @Override
    public boolean beginsWord() {
        return false;
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        Matcher begin = BEGIN.matcher(window.text(at, at + 80));
        if (!begin.lookingAt() || !begin.group(1).contains("PRIVATE KEY")) {
            return null;
        }
        int afterLabel = at + begin.end();
        Matcher headers = HEADER_LINES.matcher(window.text(afterLabel, afterLabel + HEADERS));
        int start = headers.lookingAt() ? afterLabel + headers.end() : afterLabel;
        ArmoredText body = ArmoredText.read(window, start, Math.min(window.end(), at + MOST));
        if (!window.startsWith("-----END".getBytes(StandardCharsets.ISO_8859_1), body.end())) {
            return null;
        }
        boolean encrypted = window.text(afterLabel, start).contains("ENCRYPTED");
        SecretKind kind = PrivateKeys.kindOf(begin.group(1), encrypted, body);
        return kind == null ? null : new Hit(inPlace(kind, window, at, body.end()), at, body.end());
    }

    private static SecretKind inPlace(SecretKind kind, Window window, int at, int end) {
        return kind == SecretKind.PRIVATE_KEY
                && (SERVICE_ACCOUNT.matcher(window.text(at - NEAR, at)).find()
                        || SERVICE_ACCOUNT.matcher(window.text(end, end + NEAR)).find())
                                ? SecretKind.GOOGLE_SERVICE_ACCOUNT
                                : kind;
    }
}
