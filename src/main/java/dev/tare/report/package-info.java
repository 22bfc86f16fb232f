/**
 * Says a comparison to people and programs: one document, and its JSON, Markdown, text and charts. It may use
 * {@code comparison} and {@code policy}.
 */
@NullMarked
package dev.tare.report;

import org.jspecify.annotations.NullMarked;
