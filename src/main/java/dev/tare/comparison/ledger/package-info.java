/**
 * The difference between the ledgers of two images. It may use {@code inspection} and {@code inspection.ledger}.
 */
@NullMarked
package dev.tare.comparison.ledger;

import org.jspecify.annotations.NullMarked;
