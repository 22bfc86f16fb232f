/**
 * Differences between file trees: added, removed, modified and moved files, for two images or more.
 */
@NullMarked
package dev.tare.comparison.file;

import org.jspecify.annotations.NullMarked;
