package dev.tare.ecosystem.java;

import java.util.List;

import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A Java archive, the library that it is, and how certain that is.
 *
 * @param path        of the file, without a leading slash; {@code outer.jar!/inner.jar} for a jar in a jar
 * @param groupId     {@code null} if unknown
 * @param artifactId  taken from the file name if there is no better evidence
 * @param version     {@code null} if unknown
 * @param evidence    source of the group, or of the artifact if the group is unknown
 * @param certainty   of the coordinates
 * @param size        of the archive in bytes
 * @param content     digest of the archive
 * @param fingerprint of the files in the archive; {@code null} if it could not be read
 * @param libraries   libraries that were unpacked into the archive, as in shaded jars
 * @param licenses    of its pom.xml, or of its manifest
 * @param storedSize  bytes of the file that it takes: all of them, or the compressed bytes of a jar in a jar; 0 if it is
 *                    deeper, because the jars around it may be compressed
 */
public record Jar(String path, @Nullable String groupId, String artifactId, @Nullable String version,
        Evidence evidence, Certainty certainty, long size, Digest content, int layer,
        @Nullable JarFingerprint fingerprint, List<ShadedLibrary> libraries, Licenses licenses,
        long storedSize) implements Installed {

    public Jar {
        libraries = List.copyOf(libraries);
    }

    /** A jar whose stored size is not known if it is in another one. */
    public Jar(String path, @Nullable String groupId, String artifactId, @Nullable String version, Evidence evidence,
            Certainty certainty, long size, Digest content, int layer, @Nullable JarFingerprint fingerprint,
            List<ShadedLibrary> libraries, Licenses licenses) {
        this(path, groupId, artifactId, version, evidence, certainty, size, content, layer, fingerprint, libraries,
                licenses, path.equals(file(path)) ? size : 0);
    }

    /** A jar without a fingerprint and without unpacked libraries. */
    public Jar(String path, @Nullable String groupId, String artifactId, @Nullable String version, Evidence evidence,
            Certainty certainty, long size, Digest content, int layer) {
        this(path, groupId, artifactId, version, evidence, certainty, size, content, layer, null, List.of(),
                Licenses.NONE);
    }

    /** Where a jar's coordinates were found. */
    public enum Evidence {

        /** {@code META-INF/maven/…/pom.properties}. */
        POM_PROPERTIES("pom.properties"),

        /** A bill of materials in the image that lists the digest of the jar. */
        SBOM("bill of materials"),

        /** {@code META-INF/MANIFEST.MF}. */
        MANIFEST("manifest"),

        /** A folder for the artifact in {@code META-INF/maven} or {@code META-INF/native-image}. */
        FOLDER("folder in META-INF"),

        /** {@code Automatic-Module-Name}. */
        MODULE("module name"),

        /** The packages of the classes. */
        PACKAGES("packages"),

        /** The name of the file. */
        FILE_NAME("file name");

        private final String title;

        Evidence(String title) {
            this.title = title;
        }

        /** For people: {@code module name}. */
        public String title() {
            return this.title;
        }
    }

    /** Whether the coordinates of a jar are stated or derived. */
    public enum Certainty {

        /** The jar or a bill of materials states them. */
        EXACT,

        /** Rules derived the group, artifact or version from other facts. They can be wrong. */
        INFERRED,

        /** The group is unknown, so the jar has no package URL. */
        UNKNOWN
    }

    /** The file of the jar at a path: the outermost jar of a jar in a jar. */
    public static String file(String path) {
        int inner = path.indexOf("!/");
        return inner < 0 ? path : path.substring(0, inner);
    }

    /** The coordinates without the version: {@code group:artifact}, or the artifact alone. */
    public String library() {
        return this.groupId == null ? this.artifactId : this.groupId + ":" + this.artifactId;
    }
}
