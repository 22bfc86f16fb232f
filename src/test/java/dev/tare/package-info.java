/** Tests of Tare as a whole. */
@NullMarked
package dev.tare;

import org.jspecify.annotations.NullMarked;
