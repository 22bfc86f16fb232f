/**
 * Ruby gems, read from the specifications that RubyGems writes. This package uses the ecosystem, content and version
 * packages, and only the list of ecosystems uses it.
 */
@NullMarked
package dev.tare.ecosystem.ruby;

import org.jspecify.annotations.NullMarked;
