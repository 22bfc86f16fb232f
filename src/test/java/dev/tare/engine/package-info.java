/** Tests of the client of engines, also against engines that break every rule. */
@NullMarked
package dev.tare.engine;

import org.jspecify.annotations.NullMarked;
