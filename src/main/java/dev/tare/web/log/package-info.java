/**
 * The layout of log lines. A log shows texts of images and requests, so every character in it is visible. It may use
 * {@code report.document}.
 */
@NullMarked
package dev.tare.web.log;

import org.jspecify.annotations.NullMarked;
