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

    /** The characters between a name and its value in a shell, YAML or JSON. */
    private static final String BETWEEN = "\\\\?[\"']?[ \\t]{0,4}[=:, \\t][ \\t]{0,4}\\\\?[\"']?";

    private static final String KEY = "([A-Za-z0-9+/]{85}[AQgw]==)(?![A-Za-z0-9+/=])";

    /** The length of {@link #BETWEEN} and the key, and one character after it. */
    private static final int LENGTH_AFTER_NAME = 13 + 88 + 1;

    static final List<SecretRule> ALL = List.of(new AzureRule("AccountKey", "="),
            new AzureRule("AZURE_STORAGE_KEY", BETWEEN), new AzureRule("AZURE_STORAGE_ACCOUNT_KEY", BETWEEN),
            new AzureRule("--account-key", BETWEEN));

    private final String name;

    private final Pattern form;

    private AzureRule(String name, String between) {
        this.name = name;
        this.form = Pattern.compile(name + between + KEY);
    }

    @Override
    public String anchor() {
        return this.name;
    }

    @Override
    public @Nullable Hit match(Window window, int at) {
        Matcher matcher = this.form.matcher(window.text(at, at + this.name.length() + LENGTH_AFTER_NAME));
        return matcher.lookingAt() && Placeholders.isRandom(matcher.group(1))
                && !KnownExamples.contain(matcher.group(1))
                        ? new Hit(SecretKind.AZURE_STORAGE_KEY, at + matcher.start(1), at + matcher.end())
                        : null;
    }
}
