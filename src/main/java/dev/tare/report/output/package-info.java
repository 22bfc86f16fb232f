/** The list of the formats that a report can be written in. This package may use all packages of formats. */
@NullMarked
package dev.tare.report.output;

import org.jspecify.annotations.NullMarked;
