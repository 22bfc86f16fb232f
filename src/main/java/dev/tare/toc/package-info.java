/**
 * Lists the files of an image from the tables of contents in its layers: eStargz and zstd:chunked. Only these tables are
 * read, so the files are those that the image lists, and nothing verifies them. It may use {@code archive}, {@code
 * archive.tar}, {@code filetree} with its packages, {@code image}, {@code limits}, {@code source} and {@code
 * source.format}.
 */
@NullMarked
package dev.tare.toc;

import org.jspecify.annotations.NullMarked;
