/**
 * Tests of the image build: the same sources give the same image, and a change affects one layer. Tests of what the build
 * packages.
 */
@NullMarked
package dev.tare.build;

import org.jspecify.annotations.NullMarked;
