/**
 * The sizes of images in registries, from their manifests and configs alone. No layer is requested. It may use {@code
 * error}, {@code image}, {@code limits}, {@code registry}, {@code source.format} and {@code source.registry}.
 */
@NullMarked
package dev.tare.sizes;

import org.jspecify.annotations.NullMarked;
