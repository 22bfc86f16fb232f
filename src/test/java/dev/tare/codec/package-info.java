@NullMarked
package dev.tare.codec;

import org.jspecify.annotations.NullMarked;
