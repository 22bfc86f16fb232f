@NullMarked
package dev.tare.cache;

import org.jspecify.annotations.NullMarked;
