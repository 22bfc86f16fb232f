package dev.tare.ecosystem;

import dev.tare.content.reader.ContentReader;
import dev.tare.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/**
 * A package manager, or a way in which programs carry their libraries: what Tare reads of it, and how its packages are
 * named and sorted. The id is part of reports and stays the same.
 */
public interface Ecosystem extends ContentReader<SoftwareReading> {

    Kind kind();

    /** For people, such as {@code Debian packages}. */
    String label();

    /**
     * The type in package URLs, such as {@code deb}.
     *
     * @see <a href="https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst">Package URL types</a>
     */
    String purlType();

    /** How its package manager sorts versions. */
    default VersionOrder versions() {
        return VersionOrder.NONE;
    }

    /**
     * The parts of a package's name in a package URL; {@code null} if the name is incomplete. The namespace of an
     * operating system's packages is the distribution and not among the parts.
     */
    default @Nullable PurlName purlName(String name) {
        return new PurlName(null, name);
    }

    /** What packages of an ecosystem are parts of. */
    enum Kind {
        OPERATING_SYSTEM, LANGUAGE
    }

    /** A package's name as package URLs have it, not encoded. */
    record PurlName(@Nullable String namespace, String name) {}
}
