/**
 * Runs and inspects the two images that this build made, with a real Docker engine. An image runs as the Kubernetes
 * manifest would have it run: the limits and the security context are read from there. Images that other tools made
 * are held against the same engine.
 */
@NullMarked
package dev.tare.images;

import org.jspecify.annotations.NullMarked;
