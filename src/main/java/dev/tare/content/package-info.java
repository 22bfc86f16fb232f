/**
 * What reads the content of single files while a layer streams by: collectors, their findings, and bounded readers
 * of lines, stanzas and SQLite pages. Knows neither packages nor the merged tree.
 */
@NullMarked
package dev.tare.content;

import org.jspecify.annotations.NullMarked;
