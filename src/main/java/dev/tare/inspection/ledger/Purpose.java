package dev.tare.inspection.ledger;

/**
 * A purpose that several packages of an operating system share.
 *
 * @param title       the name of its line
 * @param explanation a sentence about these packages
 */
record Purpose(String id, String title, String explanation) {}
