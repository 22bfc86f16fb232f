@NullMarked
package dev.tare.http;

import org.jspecify.annotations.NullMarked;
