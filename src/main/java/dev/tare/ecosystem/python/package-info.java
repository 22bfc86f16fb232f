/**
 * Python packages, from their metadata folders. All installers write these folders. It may use {@code archive.tar},
 * {@code content}, {@code content.reader}, {@code ecosystem}, {@code ecosystem.license}, {@code filetree} and {@code limits}.
 */
@NullMarked
package dev.tare.ecosystem.python;

import org.jspecify.annotations.NullMarked;
