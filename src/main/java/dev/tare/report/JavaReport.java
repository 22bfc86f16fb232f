package dev.tare.report;

import java.util.List;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import dev.tare.ecosystem.java.runtime.JavaProduct;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.ecosystem.java.runtime.JavaVm;
import dev.tare.ecosystem.java.runtime.RuntimeSource;
import org.jspecify.annotations.Nullable;

/**
 * The Java runtimes and libraries of an image.
 *
 * @param runtimes        by path
 * @param jars            by path
 * @param jarsWithoutUrl  count of jars without a package URL, because their group is unknown
 * @param shadedLibraries libraries that were unpacked into jars, by the path of the jar
 */
public record JavaReport(List<Installation> runtimes, Listing<Jar> jars, long jarsWithoutUrl,
        Listing<ShadedLibrary> shadedLibraries) {

    /**
     * A Java runtime, as its own files describe it.
     *
     * @param path           of its folder, without a leading slash
     * @param product        by its vendor and names
     * @param title          name of the product, or of the vendor of an unknown product
     * @param productVersion in the numbers of the product; {@code null} if unknown
     * @param vendor         {@code null} if unknown
     * @param version        of Java, such as {@code 25.0.3}; {@code null} if unknown
     * @param runtimeVersion such as {@code 25.0.3+9-LTS}; {@code null} if unknown
     * @param update         number of the update of Java 8 and earlier; {@code null} for later versions
     * @param versionSource  the file that states the version; {@code null} if the version is unknown
     * @param vm             the virtual machine
     * @param osPackage      the operating system package that owns it; {@code null} if none does
     * @param layer          index of the layer that added it
     * @param kind           for building, for any program, or for certain programs
     * @param kindBecause    evidence for the kind
     */
    public record Installation(String path, JavaProduct product, String title, @Nullable String productVersion,
            @Nullable String vendor, @Nullable String version, @Nullable String runtimeVersion, @Nullable String update,
            @Nullable RuntimeSource versionSource, JavaVm vm, @Nullable String osPackage, List<String> modules,
            int layer, Kind kind, String kindBecause) {}

    /**
     * A Java archive.
     *
     * @param path          without a leading slash; {@code outer.jar!/inner.jar} for a jar in a jar
     * @param library       {@code group:artifact}, or the artifact alone
     * @param version       {@code null} if unknown
     * @param evidence      the source of the group, or of the artifact if the group is unknown
     * @param certainty     of library and version; a jar without a group has no package URL
     * @param archiveBytes  of the jar itself
     * @param contentDigest of the jar itself
     * @param layer         index of the layer that added it
     * @param licenses      SPDX expressions, or the texts of the jar; empty if they are unknown
     */
    public record Jar(String path, String library, @Nullable String version, Evidence evidence, Certainty certainty,
            long archiveBytes, String contentDigest, int layer, List<String> licenses) {

        public Jar {
            licenses = List.copyOf(licenses);
        }
    }

    /**
     * A library that was unpacked into a jar, from its {@code pom.properties} in the jar.
     *
     * @param jar     path of the jar, without a leading slash
     * @param library {@code group:artifact}, or the artifact alone
     * @param version {@code null} if unknown
     * @param layer   index of the layer that added the jar
     */
    public record ShadedLibrary(String jar, String library, @Nullable String version, int layer) {}
}
