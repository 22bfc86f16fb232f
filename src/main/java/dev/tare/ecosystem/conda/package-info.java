/**
 * Packages of conda, from the documents that conda and its successors write for each of them. Only the list of
 * ecosystems uses this package. It may use {@code archive.tar}, {@code content}, {@code content.reader}, {@code
 * ecosystem}, {@code ecosystem.license}, {@code filetree} and {@code limits}.
 */
@NullMarked
package dev.tare.ecosystem.conda;

import org.jspecify.annotations.NullMarked;
