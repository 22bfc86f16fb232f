/**
 * Java runtimes and jars: {@link dev.tare.ecosystem.java.Jar} with its coordinates, fingerprint and unpacked libraries,
 * and {@link dev.tare.ecosystem.java.JavaRuntime} with its kind. The collectors read both. The package may use
 * {@code archive.zip}, {@code archive.tar}, {@code content}, {@code filetree}, {@code image} and {@code limits}.
 */
@NullMarked
package dev.tare.ecosystem.java;

import org.jspecify.annotations.NullMarked;
