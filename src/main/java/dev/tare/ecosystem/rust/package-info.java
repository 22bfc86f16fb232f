/**
 * Rust crates in executables, from the list that cargo-auditable puts into them. Only the list of ecosystems uses this
 * package. It may use {@code archive.tar}, {@code content}, {@code content.reader}, {@code ecosystem}, {@code limits} and
 * {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.rust;

import org.jspecify.annotations.NullMarked;
