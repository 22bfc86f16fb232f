package dev.tare.report;

import java.util.HashMap;
import java.util.Map;

import dev.tare.ecosystem.OsPackage;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * The installed sizes of an image's packages, as the packages state them.
 *
 * @param bytes by manager and name, added up for packages with several architectures or versions
 */
record InstalledSizes(Map<String, Long> bytes) {

    static InstalledSizes of(Inspection inspection) {
        Map<String, Long> bytes = new HashMap<>();
        for (OsPackage one : inspection.software().packages()) {
            if (one.installedSize() != null) {
                bytes.merge(key(one.manager(), one.name()), one.installedSize(), Long::sum);
            }
        }
        return new InstalledSizes(bytes);
    }

    /** The size of a package; {@code null} if it is unknown, or if the image does not have the package. */
    @Nullable
    Long of(String ecosystem, String name) {
        return this.bytes.get(key(ecosystem, name));
    }

    private static String key(String manager, String name) {
        return manager + " " + name;
    }
}
