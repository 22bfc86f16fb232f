/**
 * Bytes that an image stores in vain: duplicates, and dive's efficiency for comparison.
 */
@NullMarked
package dev.tare.inspection.waste;

import org.jspecify.annotations.NullMarked;
