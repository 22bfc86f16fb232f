/**
 * Python packages, from their metadata folders. Installers of any kind write these. It may use {@code archive.tar},
 * {@code content}, {@code content.reader}, {@code ecosystem} and {@code limits}.
 */
@NullMarked
package dev.tare.ecosystem.python;

import org.jspecify.annotations.NullMarked;
