/**
 * The ledger of an image: one owner for each visible byte, by rules that depend on this image only. It may use {@code
 * content}, {@code ecosystem} with its Java packages, {@code filetree}, {@code inspection} and {@code inspection.base}.
 */
@NullMarked
package dev.tare.inspection.ledger;

import org.jspecify.annotations.NullMarked;
