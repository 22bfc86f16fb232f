package dev.tare.version;

/** Whether a version is newer or older than another one, in the order of its package manager. */
public enum Direction {

    UPGRADE, DOWNGRADE
}
