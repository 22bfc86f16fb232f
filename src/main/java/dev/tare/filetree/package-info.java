/**
 * The merged file tree that a container sees, kept compactly: entries, attributes, order of paths, and paths
 * resolved through links.
 */
@NullMarked
package dev.tare.filetree;

import org.jspecify.annotations.NullMarked;
