/**
 * Reads bills of materials in CycloneDX or SPDX: {@link dev.tare.ecosystem.bill.BillReader} passes on the entries of any
 * document, and {@link dev.tare.ecosystem.bill.PublishedBill} is one beside an image, also in an attestation. It may use
 * {@code image}.
 */
@NullMarked
package dev.tare.ecosystem.bill;

import org.jspecify.annotations.NullMarked;
