/**
 * Node packages below {@code node_modules}, from their {@code package.json}. It may use {@code archive.tar}, {@code
 * content}, {@code content.reader}, {@code ecosystem} and {@code limits}.
 */
@NullMarked
package dev.tare.ecosystem.node;

import org.jspecify.annotations.NullMarked;
