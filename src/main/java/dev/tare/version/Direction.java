package dev.tare.version;

/** Whether a version is newer or older than another one, as its own package manager sorts them. */
public enum Direction {

    UPGRADE, DOWNGRADE
}
