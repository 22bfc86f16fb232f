package dev.tare.archive.tar;

/**
 * The device of a device file.
 *
 * @param major the driver
 * @param minor the device among those of the driver
 */
public record DeviceNumber(long major, long minor) {

    @Override
    public String toString() {
        return this.major + ":" + this.minor;
    }
}
