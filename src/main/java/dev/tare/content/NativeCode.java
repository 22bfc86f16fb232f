package dev.tare.content;

import java.util.regex.Pattern;

import dev.tare.archive.tar.TarEntry;

/** Detects programs and shared libraries, by their mode, name or first bytes. */
public final class NativeCode {

    private static final int ANY_EXECUTE = 0111;

    private static final Pattern SHARED_LIBRARY = Pattern.compile(".+\\.so(\\.[0-9][0-9A-Za-z._-]*)?");

    /** No Linux file system has longer names, and matching them would take time. */
    private static final int MAX_NAME = 255;

    private static final byte[] ELF = { 0x7f, 'E', 'L', 'F' };

    private NativeCode() {}

    /**
     * Whether a file may be a program or a shared library. Distributions install libraries without the mode of a
     * program.
     */
    public static boolean mayBe(TarEntry file) {
        return isExecutable(file.mode()) || isSharedLibrary(file.path());
    }

    /** Whether any user may execute a file with this mode. */
    public static boolean isExecutable(int mode) {
        return (mode & ANY_EXECUTE) != 0;
    }

    /** Whether a path has the name of a shared library: {@code *.so} or {@code *.so.N}. */
    public static boolean isSharedLibrary(String path) {
        if (!path.contains(".so")) {
            return false;
        }
        String name = FilePaths.name(path);
        return name.length() <= MAX_NAME && SHARED_LIBRARY.matcher(name).matches();
    }

    /** Whether the first bytes of a file are those of the format of Linux. */
    public static boolean isElf(byte[] bytes) {
        return bytes.length >= ELF.length && bytes[0] == ELF[0] && bytes[1] == ELF[1] && bytes[2] == ELF[2]
                && bytes[3] == ELF[3];
    }
}
