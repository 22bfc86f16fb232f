package dev.tare.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * One path of an image whose package databases list files.
 *
 * @param owner name of the package of the operating system that it came with, or {@code null} if it is none's
 */
record OwnedFileRow(@JsonUnwrapped FileRow row, @JsonProperty("package") @Nullable String owner) {}
