package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * What one image has at a path.
 *
 * @param state   {@code null} if it has nothing there
 * @param content a letter, the same for all images of the row with the same type, content and target; {@code null} if it
 *                has nothing there, or if these are the same wherever it is
 */
public record FileMatrixCellReport(@Nullable FileStateReport state, @Nullable String content) {}
