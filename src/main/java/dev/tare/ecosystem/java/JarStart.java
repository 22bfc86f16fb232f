package dev.tare.ecosystem.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import dev.tare.archive.tar.TarEntry;
import dev.tare.archive.zip.ZipSlice;

/** The first bytes of a file, which show whether the file is a jar. */
final class JarStart {

    /** Start scripts in front of a jar have some kilobytes. The script of Spring Boot has ten. */
    private static final int MAX_SCRIPT = 64 << 10;

    private static final byte[] SCRIPT = { '#', '!' };

    private static final byte[] ENTRY = { 'P', 'K', 3, 4 };

    /** Offset of the name in an entry's header. */
    private static final int NAME = 30;

    /** The first folder in a jar. The tools write the manifest in it before anything else. */
    private static final byte[] FOLDER = "META-INF/".getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> SCRIPT_EXTENSIONS = Set.of("sh", "run", "bin");

    private static final int MAX_EXTENSION = 3;

    private final byte[] bytes;

    private JarStart(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the name does not decide what the file is. {@code java -jar} and a start script accept any name. */
    static boolean isWorthReading(TarEntry file) {
        String path = file.path();
        int dot = path.lastIndexOf('.');
        boolean unnamed = dot < 0 || dot == path.length() - 1 || !Character.isLetter(path.charAt(dot + 1))
                || path.indexOf('/', dot) >= 0;
        return file.size() > NAME + FOLDER.length && (unnamed || hasScriptExtension(path, dot + 1));
    }

    private static boolean hasScriptExtension(String path, int extension) {
        return path.length() - extension <= MAX_EXTENSION
                && SCRIPT_EXTENSIONS.contains(path.substring(extension).toLowerCase(Locale.ROOT));
    }

    /** Reads a few bytes, or all bytes of a start script and the first ones behind it. */
    static JarStart read(InputStream content) throws IOException {
        byte[] start = content.readNBytes(NAME + FOLDER.length);
        if (!begins(start, 0, SCRIPT)) {
            return new JarStart(start);
        }
        byte[] more = content.readNBytes(MAX_SCRIPT);
        byte[] all = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return new JarStart(all);
    }

    boolean isZip() {
        return ZipSlice.of(this.bytes).isZip();
    }

    /** Whether it is a zip whose first entry is in {@code META-INF}, perhaps behind a start script. */
    boolean isJar() {
        if (!begins(this.bytes, 0, SCRIPT)) {
            return isJarAt(0);
        }
        for (int at = SCRIPT.length; at < this.bytes.length - NAME; at++) {
            if (begins(this.bytes, at, ENTRY)) {
                return isJarAt(at);
            }
        }
        return false;
    }

    private boolean isJarAt(int at) {
        return begins(this.bytes, at, ENTRY) && begins(this.bytes, at + NAME, FOLDER);
    }

    /** The whole content: these bytes, and then the rest. */
    InputStream before(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(this.bytes), rest);
    }

    private static boolean begins(byte[] bytes, int at, byte[] expected) {
        return at + expected.length <= bytes.length
                && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }
}
