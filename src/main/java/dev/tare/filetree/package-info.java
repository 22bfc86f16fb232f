/**
 * The merged file tree that a container sees, in a compact form: entries, attributes, the order of paths, and paths
 * resolved through links. It may use {@code archive.tar}, {@code content}, {@code image} and {@code limits}.
 */
@NullMarked
package dev.tare.filetree;

import org.jspecify.annotations.NullMarked;
