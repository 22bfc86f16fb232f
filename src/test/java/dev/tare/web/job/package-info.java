@NullMarked
package dev.tare.web.job;

import org.jspecify.annotations.NullMarked;
