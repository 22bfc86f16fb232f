/**
 * The vocabulary of the OCI image specification as immutable values. It parses the specification's JSON documents but
 * does not open images. It may use the JDK and, for parsing, Jackson. Its texts may contain secrets until an inspection
 * masks them.
 */
@NullMarked
package dev.tare.image;

import org.jspecify.annotations.NullMarked;
