/**
 * The base class of all byte streams in Tare, which read in bulk. It uses no other package of Tare.
 */
@NullMarked
package dev.tare.archive.io;

import org.jspecify.annotations.NullMarked;
