@NullMarked
package dev.tare.network;

import org.jspecify.annotations.NullMarked;
