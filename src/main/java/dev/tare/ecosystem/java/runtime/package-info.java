/**
 * Java runtimes: {@link dev.tare.ecosystem.java.runtime.JavaRuntime} with its version, vendor and kind, and the
 * collectors that read them. It may use {@code archive.tar}, {@code content}, {@code content.reader}, {@code
 * ecosystem}, {@code filetree} and {@code limits}.
 */
@NullMarked
package dev.tare.ecosystem.java.runtime;

import org.jspecify.annotations.NullMarked;
