/**
 * Ruby gems, read from the specifications that RubyGems writes. Only the list of ecosystems uses this package. It
 * may use {@code archive.tar}, {@code content}, {@code content.reader}, {@code ecosystem}, {@code limits} and
 * {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.ruby;

import org.jspecify.annotations.NullMarked;
