/**
 * What belongs to an image and is stored beside it: signatures, bills of materials and attestations. A {@link
 * dev.tare.referrer.Referrer} is one of them, and {@link dev.tare.referrer.Referrers} is the list of an image. It may use
 * {@code image}.
 */
@NullMarked
package dev.tare.referrer;

import org.jspecify.annotations.NullMarked;
