/** Measures how many jars of well-known products Tare identifies. Only {@code dev/identify} runs it. */
@NullMarked
package dev.tare.products;

import org.jspecify.annotations.NullMarked;
