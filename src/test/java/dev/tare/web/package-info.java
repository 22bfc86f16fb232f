/** Tests of the page and the API. */
@NullMarked
package dev.tare.web;

import org.jspecify.annotations.NullMarked;
