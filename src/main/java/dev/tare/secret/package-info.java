/**
 * Kinds of secrets, the places of detected secrets, and the bytes to search. The sub-packages report only the kind and
 * the place of a secret. It uses no other package of Tare.
 */
@NullMarked
package dev.tare.secret;

import org.jspecify.annotations.NullMarked;
