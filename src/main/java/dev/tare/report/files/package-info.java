/**
 * Lists of all files of an image as text, CSV and JSON lines. This package reads inspections, not reports. It may use
 * {@code filetree}, {@code ecosystem}, {@code archive.tar}, {@code image}, {@code report.document} for visible
 * text, and {@code secret.redaction} to mask tokens.
 */
@NullMarked
package dev.tare.report.files;

import org.jspecify.annotations.NullMarked;
