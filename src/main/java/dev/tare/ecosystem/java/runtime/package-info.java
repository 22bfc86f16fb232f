/**
 * Java runtimes: {@link dev.tare.ecosystem.java.runtime.JavaRuntime} with its product, version and kind, the collectors
 * that read them, and the jars that belong to them. It may use {@code archive.tar}, {@code content}, {@code
 * content.reader}, {@code ecosystem} and {@code filetree}.
 */
@NullMarked
package dev.tare.ecosystem.java.runtime;

import org.jspecify.annotations.NullMarked;
