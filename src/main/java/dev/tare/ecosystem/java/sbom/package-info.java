/**
 * Reads bills of materials that an image contains: {@link dev.tare.ecosystem.java.sbom.BillOfMaterials} in files, in
 * jars and in native executables. {@link dev.tare.ecosystem.java.sbom.ListedJars} finds a jar in them by its digest. It
 * may use {@code archive.tar}, {@code content} and {@code image}.
 */
@NullMarked
package dev.tare.ecosystem.java.sbom;

import org.jspecify.annotations.NullMarked;
