package dev.tare.secret.scan;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import dev.tare.secret.SecretKind;
import dev.tare.secret.Window;

/**
 * Reads {@code .mylogin.cnf}, in which MySQL stores logins. The file contains its own key, so it is not protected: four
 * unused bytes, the key of 20 bytes, and chunks. A chunk is a length in four bytes, the lowest first, and one line
 * encrypted with AES in ECB mode.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/mysql-config-editor.html">MySQL reference manual,
 *      mysql_config_editor</a>
 */
final class MySqlLoginFile {

    private static final int KEY_LENGTH = 20;

    private static final int AES_LENGTH = 16;

    /** Far more than the longest line. MySQL limits lines to 4 KiB. */
    private static final int LONGEST_CHUNK = 1 << 13;

    private static final Pattern PASSWORD =
            Pattern.compile("\\s*+password\\s*+=\\s*+\"?+([^\\r\\n]{1,1024})");

    private MySqlLoginFile() {}

    /** Finds every password, at the place of its chunk. Stops at the first chunk that is not valid. */
    static void find(Window file, CredentialFiles.Found found) {
        ByteBuffer content = ByteBuffer.wrap(file.bytes(), 0, file.end()).order(ByteOrder.LITTLE_ENDIAN);
        try {
            content.getInt();
            SecretKeySpec key = key(content);
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            while (content.hasRemaining()) {
                int length = content.getInt();
                int start = content.position();
                if (length <= 0 || length > Math.min(LONGEST_CHUNK, content.remaining())) {
                    return;
                }
                content.position(start + length);
                if (isPassword(cipher.doFinal(file.bytes(), start, length))) {
                    found.accept(SecretKind.DATABASE_PASSWORD, start, start + length);
                }
            }
        } catch (BufferUnderflowException | GeneralSecurityException ex) {
            // The rest is not encrypted with the key of this file, so it has no password that MySQL could read.
        }
    }

    /** MySQL folds its long key into one of AES. */
    private static SecretKeySpec key(ByteBuffer content) {
        byte[] key = new byte[AES_LENGTH];
        for (int i = 0; i < KEY_LENGTH; i++) {
            key[i % AES_LENGTH] ^= content.get();
        }
        return new SecretKeySpec(key, "AES");
    }

    private static boolean isPassword(byte[] line) {
        Matcher matcher = PASSWORD.matcher(new String(line, StandardCharsets.UTF_8));
        return matcher.lookingAt() && !Placeholders.isOne(matcher.group(1).replaceFirst("\"$", ""));
    }
}
