/**
 * The entries of one scanned layer, its whiteouts, and the findings of its files. It may use {@code archive.tar},
 * {@code codec}, {@code content}, {@code filetree}, {@code image}, {@code limits} and {@code secret}.
 */
@NullMarked
package dev.tare.filetree.layer;

import org.jspecify.annotations.NullMarked;
