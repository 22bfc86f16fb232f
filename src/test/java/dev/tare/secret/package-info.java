@NullMarked
package dev.tare.secret;

import org.jspecify.annotations.NullMarked;
