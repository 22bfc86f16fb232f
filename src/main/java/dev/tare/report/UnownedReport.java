package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * The regular files that no package of the operating system brought. Files that a package manager made itself, such as
 * its database, are among them.
 *
 * @param files          how many, hard-linked ones once; {@code null} if it is unknown
 * @param visibleBytes   of all of them, likewise
 * @param unknownBecause a sentence, or {@code null} if it is known
 * @param folders        by the first two names of the path, the largest first
 * @param largest        the largest first
 */
public record UnownedReport(@Nullable Long files, @Nullable Long visibleBytes, @Nullable String unknownBecause,
        Listing<UnownedFolderReport> folders, Listing<UnownedFileReport> largest) {}
