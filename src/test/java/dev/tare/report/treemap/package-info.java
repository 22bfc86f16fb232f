@NullMarked
package dev.tare.report.treemap;

import org.jspecify.annotations.NullMarked;
