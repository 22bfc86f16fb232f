/**
 * The vocabulary of the OCI image specification as immutable values. It knows how the specification's JSON documents
 * read, and nothing of where they come from. It may use the JDK and, where documents are parsed, Jackson. Its texts may
 * contain secrets until an inspection masks them.
 */
@NullMarked
package dev.tare.image;

import org.jspecify.annotations.NullMarked;
