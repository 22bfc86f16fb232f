@NullMarked
package dev.tare.web.view;

import org.jspecify.annotations.NullMarked;
