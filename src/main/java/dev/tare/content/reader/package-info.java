/**
 * Readers: what Tare reads of one subject from the content of files. A reader has collectors for the pass over the layers,
 * and reads their findings once the layers are merged. This package uses the content, the file tree and the limits.
 */
@NullMarked
package dev.tare.content.reader;

import org.jspecify.annotations.NullMarked;
