package dev.tare.filetree.merge;

import dev.tare.secret.ContentSecrets;
import org.jspecify.annotations.Nullable;

/**
 * The secrets in the content of one file of a layer.
 *
 * @param layer    index of the layer that contains the file
 * @param hiddenBy index of the layer that deleted or replaced it, or {@code null} if it is visible
 */
public record FileSecrets(ContentSecrets found, String path, int layer, @Nullable Integer hiddenBy) {}
