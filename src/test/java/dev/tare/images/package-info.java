/**
 * Runs and inspects the two images of this build with a real Docker engine. An image runs with the limits and the
 * security context of the Kubernetes manifest. Images of other tools are compared with the same engine.
 */
@NullMarked
package dev.tare.images;

import org.jspecify.annotations.NullMarked;
