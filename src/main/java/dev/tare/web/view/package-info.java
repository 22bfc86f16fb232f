/**
 * The pages below a comparison: map, files, one file, and layers. It may use {@code catalog}, {@code comparison}, {@code
 * inspection}, {@code report} and {@code web}.
 */
@NullMarked
package dev.tare.web.view;

import org.jspecify.annotations.NullMarked;
