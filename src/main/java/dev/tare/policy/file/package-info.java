/**
 * Reads {@code tare.yml}, the rules of {@code .dive-ci}, and the report of an earlier run as a baseline. It may use {@code
 * image}, {@code limits}, {@code policy} and {@code policy.check}.
 */
@NullMarked
package dev.tare.policy.file;

import org.jspecify.annotations.NullMarked;
