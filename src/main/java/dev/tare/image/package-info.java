/**
 * The vocabulary of the OCI image specification as immutable values. It knows how the specification's JSON documents
 * read, and nothing of where they come from. It may use the JDK and, where documents are parsed, Jackson;
 * and {@code secret}, so that no error shows one.
 */
@NullMarked
package dev.tare.image;

import org.jspecify.annotations.NullMarked;
