package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * A package of the operating system.
 *
 * @param manager        such as {@code dpkg}
 * @param source         the source package if it has another name, otherwise {@code null}
 * @param installedBytes as the package states it, or {@code null} if it does not
 * @param layer          index of the layer that brought the database which lists it
 */
public record PackageReport(String manager, String name, String version, String architecture,
        @Nullable String source, @Nullable Long installedBytes, int layer) {}
