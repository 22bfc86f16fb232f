package dev.tare.inspection;

import java.util.List;
import java.util.Set;

import dev.tare.filetree.layer.LayerScan;

/** Detects a distribution of an operating system in the lowest layers of an image. */
final class Distribution {

    /** The release of the system, and the databases of package managers. */
    private static final Set<String> FILES = Set.of("etc/os-release", "usr/lib/os-release",
            "etc/alpine-release", "var/lib/dpkg/status", "var/lib/chisel/manifest.wall", "lib/apk/db/installed",
            "usr/lib/apk/db/installed", "var/lib/apk/db/installed", "var/lib/rpm/Packages", "var/lib/rpm/Packages.db",
            "var/lib/rpm/rpmdb.sqlite", "usr/lib/sysimage/rpm/Packages", "usr/lib/sysimage/rpm/Packages.db",
            "usr/lib/sysimage/rpm/rpmdb.sqlite", "usr/share/rpm/Packages", "usr/share/rpm/Packages.db",
            "usr/share/rpm/rpmdb.sqlite", "var/lib/rpmmanifest/container-manifest-2");

    private static final String PACKAGE_FOLDER = "var/lib/dpkg/status.d/";

    private Distribution() {}

    /**
     * The number of the lowest layers up to the first one with entries, if that one has a distribution. Otherwise 0,
     * because a build may add a distribution to its own files.
     */
    static int lowestLayers(List<LayerScan> scans) {
        for (int i = 0; i < scans.size(); i++) {
            LayerScan scan = scans.get(i);
            if (scan.entryCount() > 0) {
                return hasDistribution(scan) ? i + 1 : 0;
            }
        }
        return 0;
    }

    private static boolean hasDistribution(LayerScan scan) {
        for (int i = 0; i < scan.entries().size(); i++) {
            String path = scan.entries().path(i);
            if (FILES.contains(path) || path.startsWith(PACKAGE_FOLDER)) {
                return true;
            }
        }
        return false;
    }
}
