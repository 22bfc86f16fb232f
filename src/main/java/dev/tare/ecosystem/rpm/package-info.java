/**
 * RPM packages, from each form of rpm's database, and from the list in distroless images of Azure Linux. It may use
 * {@code archive.tar}, {@code content}, {@code content.reader}, {@code ecosystem}, {@code
 * ecosystem.license}, {@code filetree}, {@code filetree.merge}, {@code limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.rpm;

import org.jspecify.annotations.NullMarked;
