/**
 * Alpine packages and the files that belong to them, from the database of apk. It may use {@code archive.tar},
 * {@code content}, {@code content.reader}, {@code ecosystem}, {@code ecosystem.license}, {@code limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.apk;

import org.jspecify.annotations.NullMarked;
