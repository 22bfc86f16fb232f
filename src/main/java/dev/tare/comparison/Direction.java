package dev.tare.comparison;

/** Whether a version is newer or older than another one, as its own package manager sorts them. */
public enum Direction {

    UPGRADE, DOWNGRADE
}
