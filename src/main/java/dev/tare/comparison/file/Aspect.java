package dev.tare.comparison.file;

/**
 * What is different about a path that both images have. The modified time is left out on purpose: two builds of the
 * same sources may differ in it and in nothing else.
 */
public enum Aspect {

    TYPE, CONTENT, SIZE, MODE, OWNER, LINK_TARGET, CAPABILITIES, EXTENDED_ATTRIBUTES, DEVICE_NUMBER
}
