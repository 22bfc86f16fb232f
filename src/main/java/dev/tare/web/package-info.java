/**
 * The pages and the API. Controllers get comparisons from the catalog and show their reports. It may use
 * {@code catalog}, {@code comparison}, {@code policy} and the packages of their values, all packages of {@code report},
 * {@code secret.redaction}, and its own sub-packages, but not {@code command}.
 */
@NullMarked
package dev.tare.web;

import org.jspecify.annotations.NullMarked;
