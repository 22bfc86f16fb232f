/**
 * What the build promises of the images: the same from the same sources, and layers that change one at a time.
 */
@NullMarked
package dev.tare.build;

import org.jspecify.annotations.NullMarked;
