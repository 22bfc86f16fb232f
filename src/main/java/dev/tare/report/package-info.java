/**
 * The facts of a report: records that become its JSON, made from a comparison, an inspection and a policy. The
 * sub-packages write them: {@code document} arranges them for people, and each format has its own package. This package
 * may use {@code policy}, {@code comparison}, {@code inspection} and the packages of their values, but no sub-package.
 */
@NullMarked
package dev.tare.report;

import org.jspecify.annotations.NullMarked;
