/**
 * Finds secrets in the content of files: tokens by form, keys, and files that hold credentials.
 */
@NullMarked
package dev.tare.secret.scan;

import org.jspecify.annotations.NullMarked;
