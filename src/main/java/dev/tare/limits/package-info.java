/**
 * The limits on the cost of reading an image. {@link dev.tare.limits.Limit} is the table of all of them,
 * {@link dev.tare.limits.Limits} the values that people chose, {@link dev.tare.limits.Budget} counts one of them,
 * {@link dev.tare.limits.ImageBudget} joins those that an image's layers share, and {@link dev.tare.limits.Deadline} is
 * the end of the time. May use {@code image} for errors.
 */
@NullMarked
package dev.tare.limits;

import org.jspecify.annotations.NullMarked;
