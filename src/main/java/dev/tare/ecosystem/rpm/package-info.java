/**
 * RPM packages, from the SQLite form of rpm's database. It may use {@code archive.tar}, {@code content}, {@code
 * content.reader}, {@code ecosystem}, {@code filetree}, {@code limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.rpm;

import org.jspecify.annotations.NullMarked;
