package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * The distribution that an image says it was made from.
 *
 * @param id        such as {@code debian}
 * @param versionId such as {@code 13}, or {@code null}
 * @param name      for people
 */
public record OsReport(String id, @Nullable String versionId, String name) {}
