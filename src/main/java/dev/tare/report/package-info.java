/**
 * The facts of a report: records that become its JSON, made from a comparison, an inspection and a policy. The
 * sub-packages write them: {@code document} lays them out for people, and each format has its own package. This package
 * may use {@code policy}, {@code comparison} and below.
 */
@NullMarked
package dev.tare.report;

import org.jspecify.annotations.NullMarked;
