/**
 * Package databases that Tare recognizes but does not read. It may use {@code content}, {@code ecosystem} and
 * {@code filetree}.
 */
@NullMarked
package dev.tare.ecosystem.unread;

import org.jspecify.annotations.NullMarked;
