/** Tests of keeping and weighing. */
@NullMarked
package dev.tare.catalog;

import org.jspecify.annotations.NullMarked;
