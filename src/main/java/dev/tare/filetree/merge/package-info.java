/**
 * Merges scanned layers into one tree, with whiteouts, links and hard links as engines apply them. Lists the files that
 * later layers hide. It may use {@code filetree} and {@code filetree.layer}.
 */
@NullMarked
package dev.tare.filetree.merge;

import org.jspecify.annotations.NullMarked;
