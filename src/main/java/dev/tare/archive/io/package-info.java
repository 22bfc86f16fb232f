/**
 * The base class of the streams in this program, which read many bytes at a time. Depends on nothing of ours.
 */
@NullMarked
package dev.tare.archive.io;

import org.jspecify.annotations.NullMarked;
