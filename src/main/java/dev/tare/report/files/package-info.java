/** Lists of all files of an image as text, CSV and JSON lines. This package reads inspections, not reports. */
@NullMarked
package dev.tare.report.files;

import org.jspecify.annotations.NullMarked;
