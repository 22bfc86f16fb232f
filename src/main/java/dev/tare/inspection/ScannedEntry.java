package dev.tare.inspection;

import dev.tare.archive.TarEntry;
import dev.tare.image.Digest;
import dev.tare.secret.ContentSecrets;
import org.jspecify.annotations.Nullable;

/**
 * One tar entry of a layer that puts something into the file tree.
 *
 * @param content digest of a file's content; {@code null} for everything but files
 * @param finding what a collector made of the content, or {@code null} if none wanted it
 * @param secrets in the content
 */
record ScannedEntry(TarEntry entry, @Nullable Digest content, @Nullable Finding finding,
        ContentSecrets secrets, ExtendedAttributes extended) {}
