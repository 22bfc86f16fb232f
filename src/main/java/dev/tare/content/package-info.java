/**
 * Collectors that read single files while a layer streams by, their findings, and bounded readers of lines, stanzas and
 * SQLite pages. It may use {@code archive.tar} and {@code limits}, but no package of software or the merged tree.
 */
@NullMarked
package dev.tare.content;

import org.jspecify.annotations.NullMarked;
