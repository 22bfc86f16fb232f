/**
 * Lists of all files of an image as text, CSV and JSON lines. This package reads inspections, not reports. It may use
 * {@code filetree}, {@code ecosystem}, {@code archive.tar} and {@code image}, and {@code report.document} for visible
 * text.
 */
@NullMarked
package dev.tare.report.files;

import org.jspecify.annotations.NullMarked;
