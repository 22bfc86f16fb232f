/** Tests of inspecting images, and of keeping inspections and comparisons. */
@NullMarked
package dev.tare.catalog;

import org.jspecify.annotations.NullMarked;
