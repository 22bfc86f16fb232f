/** Places weights as the tiles of a treemap. It uses no other package. */
@NullMarked
package dev.tare.report.treemap;

import org.jspecify.annotations.NullMarked;
