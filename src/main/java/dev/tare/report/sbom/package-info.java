/** An image's bill of materials in CycloneDX. This package reads inspections, not reports. */
@NullMarked
package dev.tare.report.sbom;

import org.jspecify.annotations.NullMarked;
