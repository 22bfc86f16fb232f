/**
 * Figures in words, the same in evidence and in every report. It uses no other package.
 */
@NullMarked
package dev.tare.wording;

import org.jspecify.annotations.NullMarked;
