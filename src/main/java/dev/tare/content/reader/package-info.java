/**
 * The interface of readers. A reader has collectors for the pass over the layers, and turns their findings into
 * facts once the layers are merged. It may use {@code content}, {@code filetree}, {@code filetree.merge} and {@code
 * limits}.
 */
@NullMarked
package dev.tare.content.reader;

import org.jspecify.annotations.NullMarked;
