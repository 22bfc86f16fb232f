/**
 * The entries of one scanned layer, its whiteouts, and the findings of its files. It may use {@code filetree} and
 * {@code secret}.
 */
@NullMarked
package dev.tare.filetree.layer;

import org.jspecify.annotations.NullMarked;
