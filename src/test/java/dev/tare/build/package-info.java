/**
 * Tests of the image build: the same sources give the same image, and a change affects one layer.
 */
@NullMarked
package dev.tare.build;

import org.jspecify.annotations.NullMarked;
