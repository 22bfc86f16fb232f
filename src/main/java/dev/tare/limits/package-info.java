/**
 * Sizes in bytes, and the limits on the cost of reading an image. {@link dev.tare.limits.Limit} is the table of all of them, and {@link
 * dev.tare.limits.Limits} has the configured values. {@link dev.tare.limits.Budget} counts the use of one
 * limit, {@link dev.tare.limits.ImageBudget} joins the budgets that layers share, and {@link
 * dev.tare.limits.Deadline} is the time limit. It may use {@code image}.
 */
@NullMarked
package dev.tare.limits;

import org.jspecify.annotations.NullMarked;
