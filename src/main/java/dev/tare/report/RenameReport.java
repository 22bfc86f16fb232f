package dev.tare.report;

import java.util.List;

import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A package or library that the other image has under another name; it is not among those added or removed.
 *
 * @param direction of the version; {@code null} if it is the same, or if nothing tells
 * @param evidence  why these two are one, in a few words
 */
public record RenameReport(String ecosystem, String fromName, String toName, List<String> fromVersions,
        List<String> toVersions, @Nullable Direction direction, String evidence) {}
