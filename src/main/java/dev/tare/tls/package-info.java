/**
 * Certificates and private keys in PEM files, TLS contexts that trust further authorities, and the causes of TLS failures
 * in words. It may use {@code image}.
 */
@NullMarked
package dev.tare.tls;

import org.jspecify.annotations.NullMarked;
