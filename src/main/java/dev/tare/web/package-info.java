/**
 * The pages and the API: controllers that ask the catalog for comparisons and show their reports. It may use every other
 * package through its public types, but not {@code command}.
 */
@NullMarked
package dev.tare.web;

import org.jspecify.annotations.NullMarked;
