/**
 * Collectors that read single files while a layer streams by, their findings, and bounded readers of lines, stanzas,
 * JSON, database pages and SQLite. It does not depend on software packages or the merged tree. It may use {@code
 * archive.tar} and {@code limits}.
 */
@NullMarked
package dev.tare.content;

import org.jspecify.annotations.NullMarked;
