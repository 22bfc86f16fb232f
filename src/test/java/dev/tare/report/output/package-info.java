@NullMarked
package dev.tare.report.output;

import org.jspecify.annotations.NullMarked;
