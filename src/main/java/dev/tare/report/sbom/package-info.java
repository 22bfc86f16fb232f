/**
 * An image's bill of materials in CycloneDX and SPDX. Both formats write the components of one tree. This package reads inspections, not reports. It may use
 * {@code inspection}, {@code ecosystem} and the packages of their values, {@code report.document} for the escapes of
 * JSON, and {@code secret.redaction} to mask tokens.
 */
@NullMarked
package dev.tare.report.sbom;

import org.jspecify.annotations.NullMarked;
