/**
 * Node packages below {@code node_modules}.
 */
@NullMarked
package dev.tare.ecosystem.node;

import org.jspecify.annotations.NullMarked;
