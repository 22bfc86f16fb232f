/**
 * Attacks a running service that has the limits of the Kubernetes manifest, and checks that other clients do not notice.
 * {@code dev/attack} runs all attacks, and a test runs some of them at a smaller scale.
 */
@NullMarked
package dev.tare.attack;

import org.jspecify.annotations.NullMarked;
