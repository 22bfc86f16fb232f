/**
 * The interface of version orders, and the parts that several of them share. Each ecosystem has its own order. It
 * uses no other package of Tare.
 */
@NullMarked
package dev.tare.version;

import org.jspecify.annotations.NullMarked;
