/**
 * The sizes of images in registries, and whether their base images have moved, from manifests and configs alone. No layer
 * is requested. It may use {@code error}, {@code image}, {@code limits}, {@code registry}, {@code source}, {@code
 * source.format} and {@code source.registry}.
 */
@NullMarked
package dev.tare.sizes;

import org.jspecify.annotations.NullMarked;
