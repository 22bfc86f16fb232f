package dev.tare.cache;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** A folder that cannot be the cache. */
public final class UnusableCacheException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isUnsafe;

    private UnusableCacheException(Path folder, String because, boolean isUnsafe, @Nullable Throwable cause) {
        super("The cache folder \"" + folder + "\" cannot be used, because " + because, cause);
        this.isUnsafe = isUnsafe;
    }

    /** Whether another user could read or write values in it. */
    public boolean isUnsafe() {
        return this.isUnsafe;
    }

    static UnusableCacheException unsafe(Path folder, String because) {
        return new UnusableCacheException(folder, because, true, null);
    }

    static UnusableCacheException unwritable(Path folder, IOException cause) {
        return new UnusableCacheException(folder, "it cannot be written: " + reason(cause) + ".", false, cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file has its name";
            case FileSystemException ex when ex.getReason() != null -> ex.getReason();
            default -> cause.getClass().getSimpleName();
        };
    }
}
