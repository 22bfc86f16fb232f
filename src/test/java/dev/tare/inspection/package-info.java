/** Tests of what one pass over an image's layers finds. */
@NullMarked
package dev.tare.inspection;

import org.jspecify.annotations.NullMarked;
