package dev.tare.toc;

import dev.tare.filetree.FileTree;
import dev.tare.source.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * The files that the tables of contents of an image list. Nothing verifies that its layers have these files.
 *
 * @param files    the merged tree; its digests of content are as listed, and its times are not read
 * @param transfer of all requests for the image; {@code null} if it is on this machine
 */
public record ListedFiles(FileTree files, @Nullable Transfer transfer) {}
