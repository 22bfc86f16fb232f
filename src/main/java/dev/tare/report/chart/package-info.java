/** The chart of image sizes, as SVG and PNG. This package may use {@code report} and the words of its documents. */
@NullMarked
package dev.tare.report.chart;

import org.jspecify.annotations.NullMarked;
