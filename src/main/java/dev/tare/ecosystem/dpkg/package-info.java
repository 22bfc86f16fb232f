/**
 * Debian packages, from the database of dpkg and its file lists, and from manifests of Chisel. It may use {@code
 * archive}, {@code archive.tar}, {@code content}, {@code content.reader}, {@code ecosystem}, {@code ecosystem.license}, {@code filetree}, {@code
 * limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.dpkg;

import org.jspecify.annotations.NullMarked;
