package dev.tare.inspection.purl;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PurlName;
import dev.tare.ecosystem.Ecosystem.PurlVersion;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JavaEcosystem;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.system.OsRelease;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Package URLs, by which vulnerability scanners look up packages. A package with missing facts has none.
 *
 * @see <a href="https://github.com/package-url/purl-spec">Package URL specification</a>
 */
public final class PackageUrls {

    /** Cut names have this character, and those of packages do not. */
    private static final char CUT = '…';

    private PackageUrls() {}

    /** The URL of an operating system package. It needs the distribution. */
    public static @Nullable String of(OsPackage one, @Nullable OsRelease os) {
        if (os == null) {
            return null;
        }
        Ecosystem ecosystem = Ecosystems.of(one.manager());
        PurlVersion version = ecosystem.purlVersion(one.version());
        Map<String, String> qualifiers = new TreeMap<>(version.qualifiers());
        put(qualifiers, "arch", one.architecture());
        put(qualifiers, "distro", distribution(os));
        put(qualifiers, "upstream", ecosystem.upstream(one));
        PurlName name = ecosystem.purlName(one.name());
        return name == null ? null
                : write(ecosystem.purlType(), ecosystem.purlNamespace(os.id()), name.name(), version.version(),
                        qualifiers);
    }

    /** The release, such as {@code debian-13}. Unstable releases have only a codename, and rolling ones only an id. */
    private static String distribution(OsRelease os) {
        String release = os.release();
        return release == null ? os.id() : os.id() + "-" + release;
    }

    /** The URL of a language package, if its name is enough. */
    public static @Nullable String of(LanguagePackage one) {
        Ecosystem ecosystem = Ecosystems.of(one.manager());
        PurlName name = ecosystem.purlName(one.name());
        PurlVersion version = ecosystem.purlVersion(Objects.requireNonNullElse(one.version(), ""));
        return name == null ? null
                : write(ecosystem.purlType(), name.namespace(), name.name(), version.version(), version.qualifiers());
    }

    /** The URL of a jar with a known group. */
    public static @Nullable String of(Jar jar) {
        return java(jar.groupId(), jar.artifactId(), jar.version());
    }

    /** The URL of a library in a jar, if its group is known. */
    public static @Nullable String of(ShadedLibrary library) {
        return java(library.groupId(), library.artifactId(), library.version());
    }

    /** The URL of software that no package manager installs. */
    public static @Nullable String generic(String namespace, String name, String version) {
        return write("generic", namespace, name, version, Map.of());
    }

    private static @Nullable String java(@Nullable String groupId, String artifactId, @Nullable String version) {
        return groupId == null ? null
                : write(Ecosystems.of(JavaEcosystem.ID).purlType(), groupId, artifactId, version, Map.of());
    }

    private static void put(Map<String, String> qualifiers, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            qualifiers.put(name, value);
        }
    }

    /**
     * The URL, or {@code null} if a part is invalid, hidden or cut: without that part, it would be the URL of another
     * package. The specification does not encode colons.
     */
    private static @Nullable String write(String type, @Nullable String namespace, String name,
            @Nullable String version, Map<String, String> qualifiers) {
        String known = version == null || version.isEmpty() ? null : version;
        if (isHidden(namespace) || isHidden(name) || isHidden(known)
                || qualifiers.values().stream().anyMatch(PackageUrls::isHidden)) {
            return null;
        }
        try {
            return new PackageURL(type, namespace, name, known, new TreeMap<>(qualifiers), null).canonicalize()
                    .replace("%3A", ":");
        } catch (MalformedPackageURLException ex) {
            return null;
        }
    }

    private static boolean isHidden(@Nullable String part) {
        return part != null && (part.indexOf(CUT) >= 0 || Redaction.tokens(part).contains(Redaction.HIDDEN));
    }
}
