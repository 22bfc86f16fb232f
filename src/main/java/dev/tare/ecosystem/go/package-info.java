/**
 * Go modules: which ones an executable was built from. This package uses the ecosystem, content and version packages, and
 * only the list of ecosystems uses it.
 */
@NullMarked
package dev.tare.ecosystem.go;

import org.jspecify.annotations.NullMarked;
