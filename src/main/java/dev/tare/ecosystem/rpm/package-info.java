/**
 * RPM packages, from the SQLite form of rpm's database. It may use {@code ecosystem}, {@code content}, {@code filetree}
 * and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.rpm;

import org.jspecify.annotations.NullMarked;
