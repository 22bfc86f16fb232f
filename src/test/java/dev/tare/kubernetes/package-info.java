/**
 * Checks the Kubernetes manifests against the Kubernetes API, the restricted Pod Security Standard and Tare's own image.
 */
@NullMarked
package dev.tare.kubernetes;

import org.jspecify.annotations.NullMarked;
