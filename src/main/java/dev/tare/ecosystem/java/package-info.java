/**
 * Java runtimes and jars: {@link dev.tare.ecosystem.java.Jar} with its coordinates, fingerprint and unpacked
 * libraries, and {@link dev.tare.ecosystem.java.JavaRuntime} with its kind. The collectors read both. It may use
 * {@code archive.tar}, {@code archive.zip}, {@code content}, {@code content.reader}, {@code ecosystem}, {@code
 * filetree}, {@code image}, {@code limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.java;

import org.jspecify.annotations.NullMarked;
