/**
 * Python packages, from their metadata folders. It may use {@code ecosystem} and {@code content}.
 */
@NullMarked
package dev.tare.ecosystem.python;

import org.jspecify.annotations.NullMarked;
