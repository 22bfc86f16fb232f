/** Tests of the one pass over an image's layers, and of its results. */
@NullMarked
package dev.tare.inspection;

import org.jspecify.annotations.NullMarked;
