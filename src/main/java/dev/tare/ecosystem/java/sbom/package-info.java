/**
 * Finds {@link dev.tare.ecosystem.java.sbom.BillOfMaterials} in files, in jars and in native executables of an image. {@link
 * dev.tare.ecosystem.java.sbom.ListedJars} finds a jar in them by its digest. It may use {@code archive.tar}, {@code
 * content}, {@code ecosystem.bill} and {@code image}.
 */
@NullMarked
package dev.tare.ecosystem.java.sbom;

import org.jspecify.annotations.NullMarked;
