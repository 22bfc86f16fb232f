package dev.tare.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tare.archive.TarEntry;
import dev.tare.inspection.Finding.AccountFile;
import dev.tare.inspection.Finding.AccountLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads who has an account. Of passwords it keeps whether there is one, and nothing else.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/passwd.5.html">passwd(5)</a>, group(5) and shadow(5)
 */
final class AccountCollector implements ContentCollector {

    static final String PASSWD = "etc/passwd";

    static final String GROUP = "etc/group";

    static final String SHADOW = "etc/shadow";

    private static final Set<String> PATHS = Set.of(PASSWD, GROUP, SHADOW);

    /** More than ten thousand users; an image has some twenty. */
    private static final int MAX_SIZE = 1 << 20;

    /** A number has 32 bits, which are at most so many digits. */
    private static final int MAX_DIGITS = 10;

    @Override
    public boolean wants(TarEntry file) {
        return file.size() <= MAX_SIZE && PATHS.stream().anyMatch(path -> FilePaths.isNamed(file.path(), path));
    }

    @Override
    public Finding collect(TarEntry file, InputStream content) throws IOException {
        List<AccountLine> accounts = new ArrayList<>();
        BoundedLines lines = new BoundedLines(content);
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] fields = line.split(":", -1);
            if (fields.length > 1 && !fields[0].isBlank() && isName(fields[0])) {
                accounts.add(new AccountLine(fields[0], Password.of(fields[1]), number(fields, 2), number(fields, 3)));
            }
        }
        return new AccountFile(accounts);
    }

    /** Not a comment, nor a line that stands for the accounts of a directory service. */
    private static boolean isName(String text) {
        return !text.startsWith("#") && !text.startsWith("+") && !text.startsWith("-");
    }

    private static @Nullable Long number(String[] fields, int index) {
        String text = index < fields.length ? fields[index] : "";
        boolean number = !text.isEmpty() && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.valueOf(text) : null;
    }
}
