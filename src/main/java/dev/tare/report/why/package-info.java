/**
 * The reason why an image contains a file, a folder, a package or a library: its owner, the layer that added it, and the
 * packages that need it. This package reads inspections and their ledgers. It may use {@code report} and its document
 * packages for the output.
 */
@NullMarked
package dev.tare.report.why;

import org.jspecify.annotations.NullMarked;
