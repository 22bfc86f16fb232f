/** The chart of image sizes, as SVG and PNG. It may use {@code report} and {@code report.document}. */
@NullMarked
package dev.tare.report.chart;

import org.jspecify.annotations.NullMarked;
