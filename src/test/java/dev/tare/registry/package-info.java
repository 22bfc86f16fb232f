/** Tests of the client of registries, also against servers that break every rule. */
@NullMarked
package dev.tare.registry;

import org.jspecify.annotations.NullMarked;
