/**
 * Private keys in PEM, OpenPGP, JKS and PKCS#12 form, recognized by their structure.
 */
@NullMarked
package dev.tare.secret.key;

import org.jspecify.annotations.NullMarked;
