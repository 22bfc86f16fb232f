/**
 * Detects secrets in the content of files: tokens by a table of their forms, keys, and credentials in the files of
 * programs. It may use {@code secret} and {@code secret.key}.
 */
@NullMarked
package dev.tare.secret.scan;

import org.jspecify.annotations.NullMarked;
