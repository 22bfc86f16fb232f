package dev.tare.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PurlName;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.system.OsRelease;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * Names packages as vulnerability scanners look them up. What does not say enough to be looked up has no such name.
 *
 * @see <a href="https://github.com/package-url/purl-spec">Package URL specification</a>
 */
final class PackageUrl {

    /** Beside letters and digits; a colon is never encoded. */
    private static final String PLAIN = ".-_~:";

    private PackageUrl() {}

    /** Of a system's package; without its distribution nothing says whose package it is. */
    static @Nullable String of(OsPackage one, @Nullable OsRelease os) {
        if (os == null) {
            return null;
        }
        Map<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("arch", one.architecture());
        qualifiers.put("distro", os.versionId() == null ? "" : os.id() + "-" + os.versionId());
        String version = one.version();
        int colon = one.manager().equals("rpm") ? version.indexOf(':') : -1;
        if (colon > 0) {
            qualifiers.put("epoch", version.substring(0, colon));
        }
        PurlName name = Ecosystems.of(one.manager()).purlName(one.name());
        return name == null ? null
                : write(Ecosystems.of(one.manager()).purlType(), os.id().toLowerCase(Locale.ROOT), name.name(),
                        version.substring(colon + 1), qualifiers);
    }

    /** Of a package of a language, if its name says enough. */
    static @Nullable String of(LanguagePackage one) {
        Ecosystem ecosystem = Ecosystems.of(one.manager());
        PurlName name = ecosystem.purlName(one.name());
        return name == null ? null
                : write(ecosystem.purlType(), name.namespace(), name.name(), one.version(), Map.of());
    }

    /** Of a jar whose group is known. */
    static @Nullable String of(Jar jar) {
        return maven(jar.groupId(), jar.artifactId(), jar.version());
    }

    /** Of a library in a jar, if its group is known. */
    static @Nullable String of(ShadedLibrary library) {
        return maven(library.groupId(), library.artifactId(), library.version());
    }

    private static @Nullable String maven(@Nullable String groupId, String artifactId, @Nullable String version) {
        return groupId == null ? null : write("maven", groupId, artifactId, version, Map.of());
    }

    private static String write(String type, @Nullable String namespace, String name, @Nullable String version,
            Map<String, String> qualifiers) {
        String query = qualifiers.entrySet()
                .stream()
                .filter(qualifier -> !qualifier.getValue().isEmpty())
                .map(qualifier -> qualifier.getKey() + "=" + encoded(qualifier.getValue()))
                .collect(joining("&"));
        return "pkg:" + type + "/" + (namespace == null ? "" : segments(namespace) + "/") + encoded(name)
                + (version == null || version.isEmpty() ? "" : "@" + encoded(version))
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String segments(String namespace) {
        return Stream.of(namespace.split("/")).map(PackageUrl::encoded).collect(joining("/"));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) Byte.toUnsignedInt(next);
            boolean plain = character < 0x80 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
            encoded.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return encoded.toString();
    }
}
