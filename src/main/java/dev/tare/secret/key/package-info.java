/** Detects private keys in PEM, OpenPGP, JKS, JCEKS and PKCS#12 by their structure. It may use {@code secret}. */
@NullMarked
package dev.tare.secret.key;

import org.jspecify.annotations.NullMarked;
