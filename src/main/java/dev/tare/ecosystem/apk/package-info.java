/**
 * Alpine's packages: the database of apk.
 */
@NullMarked
package dev.tare.ecosystem.apk;

import org.jspecify.annotations.NullMarked;
