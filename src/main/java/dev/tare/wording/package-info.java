/**
 * Formats figures for sentences, the same way in evidence and in every report. It uses no other package of Tare.
 */
@NullMarked
package dev.tare.wording;

import org.jspecify.annotations.NullMarked;
