/**
 * The first answers of a comparison: how much heavier an image is, why, and what it lost and gained. The answers come
 * from reports and have no format, so that the page, text and Markdown can share them.
 */
@NullMarked
package dev.tare.report.overview;

import org.jspecify.annotations.NullMarked;
