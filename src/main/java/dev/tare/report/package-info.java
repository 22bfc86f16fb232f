/**
 * The facts of a report: records that become its JSON, made from a comparison, an inspection and a policy. The
 * sub-packages write them: {@code document} lays them out as sections and tables for people, and each format has a
 * package of its own.
 */
@NullMarked
package dev.tare.report;

import org.jspecify.annotations.NullMarked;
