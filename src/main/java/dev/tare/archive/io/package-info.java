/**
 * Input streams that count, bound, digest, peek or read ahead. They know no format.
 */
@NullMarked
package dev.tare.archive.io;

import org.jspecify.annotations.NullMarked;
