/**
 * Alpine packages, from the database of apk. It may use {@code ecosystem}, {@code content} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.apk;

import org.jspecify.annotations.NullMarked;
