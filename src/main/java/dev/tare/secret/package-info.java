/**
 * Kinds of secrets and where they were found, and the bytes in which they are looked for. The sub-packages report
 * only the kind and the place of what they find. It uses no other package of Tare.
 */
@NullMarked
package dev.tare.secret;

import org.jspecify.annotations.NullMarked;
