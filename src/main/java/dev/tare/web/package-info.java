/**
 * The pages and the API: controllers that get comparisons from the catalog and show their reports. It may use every
 * other package except {@code command}.
 */
@NullMarked
package dev.tare.web;

import org.jspecify.annotations.NullMarked;
