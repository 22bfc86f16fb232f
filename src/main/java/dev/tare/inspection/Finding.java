package dev.tare.inspection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a {@link ContentCollector} made of one file, before it is known whether a container sees that file. */
sealed interface Finding {

    /** The installed packages that a package manager's database lists. */
    record PackageList(List<InstalledPackage> packages) implements Finding {

        public PackageList {
            packages = List.copyOf(packages);
        }
    }

    /** One installed package. */
    record InstalledPackage(String manager, String name, String version, String architecture, @Nullable String source,
            @Nullable Long installedSize) {}

    /** What an {@code os-release} file says. */
    record Os(OsRelease release) implements Finding {}

    /** What the {@code release} file of a Java runtime says. */
    record JavaRelease(@Nullable String vendor, String version, @Nullable String runtimeVersion,
            List<String> modules) implements Finding {

        public JavaRelease {
            modules = List.copyOf(modules);
        }
    }

    /** The jars in a jar. */
    record NestedJars(JarCoordinates coordinates, List<NestedJar> nested) implements Finding {

        public NestedJars {
            nested = List.copyOf(nested);
        }
    }
}
