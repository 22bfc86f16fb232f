/**
 * Jars: {@link dev.tare.ecosystem.java.Jar} with its coordinates, fingerprint and unpacked libraries, and the collector
 * that reads them. It may use {@code archive.tar}, {@code archive.zip}, {@code content}, {@code content.reader}, {@code
 * ecosystem}, {@code ecosystem.bill}, {@code ecosystem.java.runtime}, {@code ecosystem.java.sbom}, {@code filetree},
 * {@code image}, {@code limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.java;

import org.jspecify.annotations.NullMarked;
