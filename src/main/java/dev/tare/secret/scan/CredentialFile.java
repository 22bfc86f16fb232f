package dev.tare.secret.scan;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.secret.SecretKind;

/** A file that programs keep credentials in: told by its path, and by what stands where its credentials are. */
final class CredentialFile {

    private final SecretKind kind;

    private final Pattern path;

    private final Pattern credential;

    private final Predicate<String> check;

    /**
     * @param path       of the file, without a leading slash
     * @param credential with the secret as its last group, in one line and with nothing that it could look at twice
     * @param check      of the secret
     */
    CredentialFile(SecretKind kind, String path, String credential, Predicate<String> check) {
        this.kind = kind;
        this.path = Pattern.compile("(?:.*/)?(?:" + path + ")");
        this.credential = Pattern.compile(credential, Pattern.MULTILINE);
        this.check = check;
    }

    boolean isAt(String filePath) {
        return this.path.matcher(filePath).matches();
    }

    void find(CharSequence text, Found found) {
        Matcher matcher = this.credential.matcher(text);
        while (matcher.find()) {
            int group = matcher.groupCount();
            String secret = matcher.group(group);
            if (this.check.test(secret)) {
                found.accept(this.kind, matcher.start(group), matcher.end(group));
            }
        }
    }

    /** Takes a credential with the place of its secret. */
    interface Found {

        void accept(SecretKind kind, int from, int to);
    }
}
