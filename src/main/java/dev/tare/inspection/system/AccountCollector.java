package dev.tare.inspection.system;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedLines;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.inspection.system.Accounts.Password;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts like an engine that looks up the user of a program. It accepts lines that a login would reject. It
 * keeps the kind of a password, and never the password.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/passwd.5.html">passwd(5)</a>, group(5) and shadow(5)
 * @see <a href="https://github.com/moby/sys/blob/user/v0.4.0/user/user.go">ParsePasswd of moby/sys/user</a>
 */
final class AccountCollector implements ContentCollector {

    static final String PASSWD = "etc/passwd";

    static final String GROUP = "etc/group";

    static final String SHADOW = "etc/shadow";

    private static final int MEMBERS = 3;

    private static final int HOME = 5;

    /** In bytes. Enough for more than ten thousand users, although images have about twenty. */
    private static final int MAX_SIZE = 1 << 20;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        return file.size() <= MAX_SIZE && (FilePaths.isNamed(path, PASSWD) || FilePaths.isNamed(path, GROUP)
                || FilePaths.isNamed(path, SHADOW));
    }

    @Override
    public Finding collect(TarEntry file, InputStream content) throws IOException {
        List<AccountLine> accounts = new ArrayList<>();
        BoundedLines lines = new BoundedLines(content);
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] fields = line.strip().split(":", -1);
            if (isName(fields[0])) {
                accounts.add(new AccountLine(fields[0], password(fields), number(fields, 2), number(fields, 3),
                        home(file, fields), members(file, fields)));
            }
        }
        return new AccountFile(accounts);
    }

    /** Whether the line is neither a comment nor a reference to the accounts of a directory service. */
    private static boolean isName(String text) {
        return !text.isBlank() && !text.startsWith("#") && !text.startsWith("+") && !text.startsWith("-");
    }

    private static @Nullable Password password(String[] fields) {
        return fields.length > 1 ? Password.of(fields[1]) : Password.LOCKED;
    }

    private static String home(TarEntry file, String[] fields) {
        return FilePaths.isNamed(file.path(), PASSWD) ? field(fields, HOME) : "";
    }

    private static String members(TarEntry file, String[] fields) {
        return FilePaths.isNamed(file.path(), GROUP) ? field(fields, MEMBERS) : "";
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index] : "";
    }

    /** Text that is not a number is 0. A number that is too large becomes the largest. */
    private static long number(String[] fields, int index) {
        String text = field(fields, index);
        if (!NUMBER.matcher(text).matches()) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException ex) {
            return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
