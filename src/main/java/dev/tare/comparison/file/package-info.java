/**
 * Compares file trees: {@code FileDifference} has the added, modified, removed and moved files of two trees,
 * {@code FileMatrix} the differing paths of any number. It may use {@code filetree}, {@code archive.tar},
 * {@code image} and {@code comparison.change}.
 */
@NullMarked
package dev.tare.comparison.file;

import org.jspecify.annotations.NullMarked;
