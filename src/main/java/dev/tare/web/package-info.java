/**
 * The page and the API: takes archives as they stream in, and shows what comparisons come to. It may use every other
 * package through its public types, but not {@code command}.
 */
@NullMarked
package dev.tare.web;

import org.jspecify.annotations.NullMarked;
