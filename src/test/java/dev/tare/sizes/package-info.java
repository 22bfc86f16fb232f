/** Tests of the sizes of images in registries, also of hostile manifests. */
@NullMarked
package dev.tare.sizes;

import org.jspecify.annotations.NullMarked;
