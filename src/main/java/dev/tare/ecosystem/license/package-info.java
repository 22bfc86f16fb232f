/**
 * The licenses that packages state, and the identifiers and expressions of SPDX. It uses no other package of Tare.
 */
@NullMarked
package dev.tare.ecosystem.license;

import org.jspecify.annotations.NullMarked;
