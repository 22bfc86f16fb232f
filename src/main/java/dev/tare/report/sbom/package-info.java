/**
 * An image's bill of materials in CycloneDX. This package reads inspections, not reports. It may use
 * {@code inspection}, {@code ecosystem} and the packages of their values.
 */
@NullMarked
package dev.tare.report.sbom;

import org.jspecify.annotations.NullMarked;
