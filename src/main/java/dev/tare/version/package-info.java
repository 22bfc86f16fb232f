/**
 * Orders of versions: dpkg, apk, rpm and Maven. Knows nothing of images.
 */
@NullMarked
package dev.tare.version;

import org.jspecify.annotations.NullMarked;
