@NullMarked
package dev.tare.report.explore;

import org.jspecify.annotations.NullMarked;
