package dev.tare.report.sbom;

import java.util.Locale;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a package URL that identify a package: type, namespace, name and version. Qualifiers such as the
 * architecture, the distribution or the source package do not count, because tools write different ones. Only the epoch of
 * an RPM package counts, as a part of its version.
 *
 * @see <a href="https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst">Package URL types</a>
 */
record PackageKey(String type, String namespace, String name, String version) implements Comparable<PackageKey> {

    private static final String RPM = "rpm";

    /**
     * Parses a package URL, or returns {@code null} if it is not valid. The library reads a plus sign as a space, but tools
     * write it as it is.
     */
    static @Nullable PackageKey parse(String purl) {
        try {
            PackageURL url = new PackageURL(purl.replace("+", "%2B"));
            String type = url.getType().toLowerCase(Locale.ROOT);
            String version = text(url.getVersion());
            String epoch = url.getQualifiers() == null ? null : url.getQualifiers().get("epoch");
            return new PackageKey(type, namespace(type, text(url.getNamespace())), name(type, url.getName()),
                    type.equals(RPM) ? withEpoch(version, epoch) : version);
        } catch (MalformedPackageURLException | IllegalArgumentException ex) {
            return null;
        }
    }

    /** Whether this is an image, and so what the document is about instead of software in it. */
    boolean isImage() {
        return this.type.equals("oci") || this.type.equals("docker");
    }

    /** The namespaces of distributions have no upper case. */
    private static String namespace(String type, String namespace) {
        return switch (type) {
            case "deb", "apk", RPM, "alpm" -> namespace.toLowerCase(Locale.ROOT);
            default -> namespace;
        };
    }

    /** Python treats these names as the same. */
    private static String name(String type, String name) {
        return type.equals("pypi") ? name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-") : name;
    }

    /** An epoch of 0 is the same as none. Some tools write the epoch into the version. */
    private static String withEpoch(String version, @Nullable String epoch) {
        String stated = epoch == null || version.contains(":") ? version : epoch + ":" + version;
        return stated.startsWith("0:") ? stated.substring(2) : stated;
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    @Override
    public int compareTo(PackageKey other) {
        return toString().compareTo(other.toString());
    }

    /** The package URL without qualifiers, for people: nothing is encoded. */
    @Override
    public String toString() {
        return "pkg:" + this.type + "/" + (this.namespace.isEmpty() ? "" : this.namespace + "/") + this.name
                + (this.version.isEmpty() ? "" : "@" + this.version);
    }
}
