/**
 * The reports of the sizes and of the base images of images in registries: their facts as records, which are also their
 * JSON, and their documents. It may use {@code report}, {@code report.document}, {@code report.section}, {@code
 * comparison}, {@code sizes}, {@code policy} and packages of values.
 */
@NullMarked
package dev.tare.report.sizes;

import org.jspecify.annotations.NullMarked;
