/**
 * Node packages below {@code node_modules}. It may use {@code ecosystem} and {@code content}.
 */
@NullMarked
package dev.tare.ecosystem.node;

import org.jspecify.annotations.NullMarked;
