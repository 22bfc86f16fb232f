package dev.tare.comparison.file;

/**
 * An aspect in which a path differs between images. The modified time does not count, because two builds of the same
 * sources may differ in it alone.
 */
public enum Aspect {

    TYPE, CONTENT, SIZE, MODE, OWNER, LINK_TARGET, CAPABILITIES, EXTENDED_ATTRIBUTES, DEVICE_NUMBER
}
