/**
 * Who may reach the service: the addresses it listens on, and the host names that requests may use. It may use
 * {@code web.request}.
 */
@NullMarked
package dev.tare.web.access;

import org.jspecify.annotations.NullMarked;
