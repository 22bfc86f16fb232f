/**
 * Tells secrets from other bytes by their form: keys, tokens and credentials, with what is known of their structure and
 * checksums. It knows nothing of images, and never hands out what it found, only which kind and where.
 */
@NullMarked
package dev.tare.secret;

import org.jspecify.annotations.NullMarked;
