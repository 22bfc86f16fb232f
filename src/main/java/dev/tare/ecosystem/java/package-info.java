/**
 * Java runtimes and jars: coordinates, nested jars, fingerprints, and libraries that were unpacked into other jars.
 */
@NullMarked
package dev.tare.ecosystem.java;

import org.jspecify.annotations.NullMarked;
