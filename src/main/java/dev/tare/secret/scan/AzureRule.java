package dev.tare.secret.scan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;
import dev.tare.secret.scan.SecretForms.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The key of an Azure storage account: 64 bytes in Base64. The key has no mark, so it counts only after its name in a
 * connection string, in a variable or in a command.
 *
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string">Microsoft,
 *      configure Azure Storage connection strings</a>
 * @see <a href="https://learn.microsoft.com/azure/storage/blobs/authorize-data-operations-cli">Microsoft, authorize data
 *      operations with Azure CLI</a>
 */
final class AzureRule implements SecretRule {

    /** White space, quotes and operators of shells, make, YAML, JSON and XML. */
    private static final String MARKS = "[\\s\\\\\"'=:,>?+|-]{1,64}";

    /** The characters between a name and its value. Lists of Kubernetes have name and value in two members. */
    private static final String BETWEEN = MARKS + "(?:value" + MARKS + ")?";

    private static final String KEY = "([A-Za-z0-9+/]{85}[AQgw]==)(?![A-Za-z0-9+/=])";

    /** The length of the longest name, {@link #BETWEEN} and the key, and one character after it. */
    private static final int LENGTH = 25 + 64 + 5 + 64 + 88 + 1;

    static final List<SecretRule> ALL = List.of(new AzureRule("AccountKey", "="),
            new AzureRule("AZURE_STORAGE_", "(?:ACCOUNT_|ACCESS_)?KEY" + BETWEEN),
            new AzureRule("azure_storage_", "(?:account_|access_)?key" + BETWEEN),
            new AzureRule("--account-key", BETWEEN));

    private final String anchor;

    private final Pattern form;

    /** @param form between the anchor and the key */
    private AzureRule(String anchor, String form) {
        this.anchor = anchor;
        this.form = Pattern.compile(anchor + form + KEY);
    }

    @Override
    public String anchor() {
        return this.anchor;
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        Matcher matcher = this.form.matcher(window.text(at, at + LENGTH));
        return matcher.lookingAt() && Placeholders.isRandom(matcher.group(1))
                && !KnownExamples.contain(matcher.group(1))
                        ? new Hit(SecretKind.AZURE_STORAGE_KEY, at + matcher.start(1), at + matcher.end())
                        : null;
    }
}
