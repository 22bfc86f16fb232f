/**
 * Merges scanned layers into one tree, with whiteouts, links and hard links as engines apply them. Lists the files
 * that later layers hide. It may use {@code archive.tar}, {@code content}, {@code filetree}, {@code
 * filetree.layer}, {@code limits} and {@code secret}.
 */
@NullMarked
package dev.tare.filetree.merge;

import org.jspecify.annotations.NullMarked;
