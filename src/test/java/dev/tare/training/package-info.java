/** Makes the AOT caches of the command and of the images while Maven builds them. */
@NullMarked
package dev.tare.training;

import org.jspecify.annotations.NullMarked;
