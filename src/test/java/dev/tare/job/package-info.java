@NullMarked
package dev.tare.job;

import org.jspecify.annotations.NullMarked;
