/**
 * RPM packages, from the database in SQLite form.
 */
@NullMarked
package dev.tare.ecosystem.rpm;

import org.jspecify.annotations.NullMarked;
