package dev.tare.inspection.purl;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.JavaEcosystem;
import dev.tare.inspection.Ecosystems;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * The parts of a package URL that identify a package: type, namespace, name and version. They have one form for all tools
 * that write the same package differently. Qualifiers such as the architecture, the distribution or the source package do
 * not count, because tools write different ones. Only the epoch of a deb or RPM package counts, as a part of its version.
 *
 * @see <a href="https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst">Package URL types</a>
 */
public record PackageKey(String type, String namespace, String name, String version) implements Comparable<PackageKey> {

    private static final String DEB = "deb";

    private static final String RPM = "rpm";

    private static final String GO = "golang";

    private static final Set<String> SYSTEMS = Set.of(DEB, RPM, "apk", "alpm");

    /** The module of Go's own packages. Its version has no {@code v}, and those of other modules have one. */
    private static final String GO_LIBRARY = "stdlib";

    /** The version that Go writes into a program from a folder without version control. */
    private static final String GO_UNKNOWN = "(devel)";

    /** Names of Trivy for distributions, and those that the distributions use. */
    private static final Map<String, String> RPM_NAMES =
            Map.of("amazon", "amzn", "oracle", "ol", "alma", "almalinux");

    /**
     * Parses a package URL, or returns {@code null} if it is not valid. The library reads a plus sign as a space, and the at
     * sign of an npm scope as the start of the version, but tools write both as they are.
     */
    public static @Nullable PackageKey parse(String purl) {
        try {
            PackageURL url = new PackageURL(purl.replace("+", "%2B").replace("/@", "/%40"));
            String type = url.getType().toLowerCase(Locale.ROOT);
            String namespace = text(url.getNamespace());
            String version = text(url.getVersion());
            String epoch = url.getQualifiers() == null ? null : url.getQualifiers().get("epoch");
            return type.equals(GO) ? ofGo(namespace, url.getName(), text(url.getSubpath()), version)
                    : of(type, namespace, url.getName(), version, epoch);
        } catch (MalformedPackageURLException | IllegalArgumentException ex) {
            return null;
        }
    }

    /** A package of an operating system, without its distribution. */
    public static PackageKey of(OsPackage one) {
        Ecosystem ecosystem = Ecosystems.of(one.manager());
        Ecosystem.PurlVersion version = ecosystem.purlVersion(one.version());
        return of(ecosystem.purlType(), "", one.name(), version.version(), version.qualifiers().get("epoch"));
    }

    /** A package of a language. */
    public static PackageKey of(LanguagePackage one) {
        Ecosystem ecosystem = Ecosystems.of(one.manager());
        Ecosystem.PurlName name = ecosystem.purlName(one.name());
        return of(ecosystem.purlType(), name == null ? null : name.namespace(), name == null ? one.name() : name.name(),
                ecosystem.purlVersion(text(one.version())).version());
    }

    /** A Java library. */
    public static PackageKey ofJava(@Nullable String groupId, String artifactId, @Nullable String version) {
        return of(Ecosystems.of(JavaEcosystem.ID).purlType(), groupId, artifactId, version);
    }

    /** The key of the parts of a package URL, which tools may write in different ways. */
    public static PackageKey of(String type, @Nullable String namespace, String name, @Nullable String version) {
        return type.equals(GO) ? ofGo(text(namespace), name, "", text(version))
                : of(type, text(namespace), name, text(version), null);
    }

    private static PackageKey of(String type, String namespace, String name, String version,
            @Nullable String epoch) {
        return switch (type) {
            case DEB -> new PackageKey(type, lower(namespace), name, withEpoch(version, epoch));
            case RPM -> new PackageKey(type, distribution(namespace), name, withEpoch(version, epoch));
            case "apk", "alpm" -> new PackageKey(type, lower(namespace), name, version);
            case "composer", "npm", "nuget" -> new PackageKey(type, lower(namespace), lower(name), version);
            case "pypi" -> new PackageKey(type, namespace, pythonName(name), version);
            default -> new PackageKey(type, namespace, name, version);
        };
    }

    /**
     * The name with its namespace, as people write it: {@code group:artifact} of Java, otherwise with a slash. The namespace
     * of a package of an operating system is its distribution and no part of its name.
     */
    public String fullName() {
        return this.namespace.isEmpty() || isOfSystem() ? this.name
                : this.namespace + (this.type.equals("maven") ? ":" : "/") + this.name;
    }

    /** Whether a package manager of an operating system installs it. */
    public boolean isOfSystem() {
        return SYSTEMS.contains(this.type);
    }

    /** Syft writes the end of a module's path behind a number sign. Both parts together are the name. */
    private static PackageKey ofGo(String namespace, String name, String subpath, String version) {
        String module =
                lower(Stream.of(namespace, name, subpath).filter(part -> !part.isEmpty()).collect(joining("/")));
        String number = version.startsWith("v") ? version.substring(1) : version;
        boolean isRelease = !number.isEmpty() && Character.isDigit(number.charAt(0));
        String known = version.equals(GO_UNKNOWN) ? "" : isRelease ? number : version;
        return new PackageKey(GO, "", module, isRelease && !module.equals(GO_LIBRARY) ? "v" + known : known);
    }

    private static String distribution(String namespace) {
        String name = lower(namespace);
        return name.isEmpty() ? "" : Ecosystems.of(RPM).purlNamespace(RPM_NAMES.getOrDefault(name, name));
    }

    /** Whether this is an image, and so what the document is about instead of software in it. */
    public boolean isImage() {
        return this.type.equals("oci") || this.type.equals("docker");
    }

    /** Python treats these names as the same. */
    private static String pythonName(String name) {
        return lower(name).replaceAll("[-_.]+", "-");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
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
