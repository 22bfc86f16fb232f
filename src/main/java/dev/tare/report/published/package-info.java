/**
 * What is published beside an image: the list of its referrers, and the comparison of a published bill of materials with
 * the software that Tare found. Both are records, which are also their JSON, and documents for people. It may use {@code
 * report}, {@code report.document}, {@code report.section}, {@code report.sbom} and the packages of their values.
 */
@NullMarked
package dev.tare.report.published;

import org.jspecify.annotations.NullMarked;
