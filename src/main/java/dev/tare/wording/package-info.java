/**
 * Formats values for people, with one class for each kind of value. Evidence, errors and all reports use the same. It
 * uses no other package of Tare.
 */
@NullMarked
package dev.tare.wording;

import org.jspecify.annotations.NullMarked;
