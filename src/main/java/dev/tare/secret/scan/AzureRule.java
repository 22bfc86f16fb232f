package dev.tare.secret.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The key in a connection string of Azure storage: 64 bytes in Base64.
 *
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string">Microsoft,
 *      configure Azure Storage connection strings</a>
 */
final class AzureRule implements SecretRule {

    private static final Pattern FORM = Pattern.compile("AccountKey=([A-Za-z0-9+/]{85}[AQgw]==)(?![A-Za-z0-9+/=])");

    private static final int LENGTH = 101;

    @Override
    public String anchor() {
        return "AccountKey";
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        Matcher matcher = FORM.matcher(window.text(at, at + LENGTH));
        return matcher.lookingAt() && Placeholders.isRandom(matcher.group(1))
                && !KnownExamples.contain(matcher.group(1))
                        ? new Hit(SecretKind.AZURE_STORAGE_KEY, at, at + matcher.end())
                        : null;
    }
}
