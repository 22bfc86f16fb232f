/**
 * The checks: each judges one property of an inspection and gives its evidence.
 */
@NullMarked
package dev.tare.policy.check;

import org.jspecify.annotations.NullMarked;
