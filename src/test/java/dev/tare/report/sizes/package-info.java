/** Tests of the report of sizes in all formats. */
@NullMarked
package dev.tare.report.sizes;

import org.jspecify.annotations.NullMarked;
