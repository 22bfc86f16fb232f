package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tare.archive.zip.ListedEntry;
import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.ecosystem.java.JarContents.ReadJar;
import dev.tare.ecosystem.java.sbom.BillOfMaterials;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * Reads one jar by its directory: its library, the libraries unpacked into it, its fingerprint and the jars in it.
 * {@link Entries} gives the content, so that a jar in memory and a jar that streams by lead to the same result.
 */
final class JarReading {

    private static final int MAX_NAME = 1024;

    /** The largest jars with unpacked libraries have some hundreds. */
    static final int MAX_POMS = 1000;

    private final List<ListedEntry> wanted = new ArrayList<>();

    private final JarBounds.Wanted count = new JarBounds.Wanted();

    private final JarNames names = new JarNames();

    private final JarFingerprint.Sum sum = new JarFingerprint.Sum();

    private final Place place;

    private final JarBounds bounds;

    private final JarFindings findings;

    JarReading(Place place, JarBounds bounds, JarFindings findings) {
        this.place = place;
        this.bounds = bounds;
        this.findings = findings;
    }

    /** Whether the content of an entry is of interest. */
    static boolean wants(String entry) {
        return entry.length() <= MAX_NAME
                && (isJar(entry) || entry.equals(JarManifest.PATH) || PomProperties.isPath(entry)
                        || PomLicenses.isPath(entry) || BillOfMaterials.isPath(entry));
    }

    /** Whether an entry is a jar by its name. Only its content shows that for some names. */
    static boolean isJar(String entry) {
        return JarFileName.isJar(entry) || JarFileName.mayBeJar(entry);
    }

    /** Adds an entry that the directory lists. */
    void add(ListedEntry entry) {
        this.names.add(entry.name());
        if (wants(entry.name())) {
            this.count.take(entry.name());
            this.wanted.add(entry);
        } else {
            sum(entry);
        }
    }

    /** Reads the entries of interest, once all entries were added. */
    ReadJar finish(JarFileName name, Entries entries) {
        for (ListedEntry entry : this.wanted) {
            if (isJar(entry.name())) {
                sum(entry, nested(entry, entries));
            } else {
                sum(entry);
            }
        }
        bills(entries);
        JarManifest manifest = manifest(entries);
        JarIdentity identity = JarIdentity.of(name, manifest, poms(entries), this.names);
        return new ReadJar(identity.coordinates(), listed(identity.libraries()), identity.place(),
                this.bounds.allSummed() ? this.sum.toFingerprint() : null,
                licenses(identity.coordinates(), manifest, entries));
    }

    private @Nullable JarFingerprint nested(ListedEntry entry, Entries entries) {
        Place nested = this.place.in(entry.name());
        if (this.findings.isFull()) {
            this.findings.addUnlisted(this.place);
            return null;
        }
        try {
            JarFingerprint jar = entries.jar(entry, nested, this.bounds.maxNestedSize(nested.depth()));
            if (nested.depth() == 1) {
                this.findings.setStored(nested, entry.compressedSize());
            }
            return jar;
        } catch (UnreadableZipException ex) {
            this.findings.addUnread(nested, ex.problem());
            return null;
        }
    }

    private void sum(ListedEntry entry) {
        if (this.bounds.takeSummed()) {
            this.sum.addFile(entry.name(), entry.uncompressedSize(), entry.crc());
        }
    }

    private void sum(ListedEntry entry, @Nullable JarFingerprint jar) {
        if (jar == null) {
            this.sum.addUnreadJar(entry.name(), entry.uncompressedSize(), entry.crc());
        } else {
            this.sum.addJar(entry.name(), jar);
        }
    }

    private JarManifest manifest(Entries entries) {
        try {
            return this.wanted.stream()
                    .filter(entry -> entry.name().equals(JarManifest.PATH))
                    .findFirst()
                    .map(entries::manifest)
                    .orElse(JarManifest.NONE);
        } catch (UnreadableZipException ex) {
            unread("Its manifest was not read: " + ex.reason());
            return JarManifest.NONE;
        }
    }

    /** The coordinates in all pom.properties, in the directory's order and without duplicates. */
    private List<JarCoordinates> poms(Entries entries) {
        List<ListedEntry> poms = this.wanted.stream().filter(entry -> PomProperties.isPath(entry.name())).toList();
        if (poms.size() > MAX_POMS) {
            unread("It has more than " + MAX_POMS + " pom.properties, and the others were not read");
        }
        return poms.stream().limit(MAX_POMS).flatMap(pom -> pom(pom, entries)).distinct().toList();
    }

    private Stream<JarCoordinates> pom(ListedEntry entry, Entries entries) {
        try {
            return entries.pom(entry).stream();
        } catch (UnreadableZipException ex) {
            unread("A pom.properties in it was not read: " + ex.reason());
            return Stream.empty();
        }
    }

    /** The manifest counts only if the pom.xml, which states more, has none. */
    private Licenses licenses(JarCoordinates jar, JarManifest manifest, Entries entries) {
        try {
            Licenses licenses = this.wanted.stream()
                    .filter(entry -> entry.name().equals(PomLicenses.pathOf(jar)))
                    .findFirst()
                    .map(entries::licenses)
                    .orElse(Licenses.NONE);
            return licenses.isEmpty() ? manifest.licenses() : licenses;
        } catch (UnreadableZipException ex) {
            unread("Its pom.xml was not read: " + ex.reason());
            return manifest.licenses();
        }
    }

    private void bills(Entries entries) {
        for (ListedEntry entry : this.wanted) {
            if (BillOfMaterials.isPath(entry.name())) {
                try {
                    entries.bill(entry).ifPresent(this.findings::add);
                } catch (UnreadableZipException ex) {
                    unread("A bill of materials in it was not read: " + ex.reason());
                }
            }
        }
    }

    private List<ShadedLibrary> listed(List<ShadedLibrary> libraries) {
        int listed = this.bounds.takeLibraries(libraries.size());
        if (listed < libraries.size()) {
            unread(JarBounds.moreLibraries());
        }
        return libraries.subList(0, listed);
    }

    private void unread(String because) {
        this.findings.addUnread(this.place, because);
    }

    /**
     * Returns the content of a jar's listed entries. Its methods throw {@link UnreadableZipException} if an entry is
     * damaged or too large.
     */
    interface Entries {

        /**
         * Adds a jar of at most {@code max} bytes, and the jars in it, to the findings.
         *
         * @return {@code null} if the jar could not be read, or the entry is not a jar
         */
        @Nullable
        JarFingerprint jar(ListedEntry entry, Place place, long max);

        JarManifest manifest(ListedEntry entry);

        /** The coordinates, if the entry has any. */
        Optional<JarCoordinates> pom(ListedEntry entry);

        /** The licenses in a pom.xml. */
        Licenses licenses(ListedEntry entry);

        /** The bill of materials, if the entry is one. */
        Optional<BillOfMaterials> bill(ListedEntry entry);
    }

    /**
     * Where a jar is in a file.
     *
     * @param path  below the file, as for {@link JarContents.NestedJar}; {@code ""} for the file itself
     * @param depth count of jars around it
     */
    record Place(String path, int depth) {

        static final Place FILE = new Place("", 0);

        Place in(String name) {
            return new Place(this.path + "!/" + name, this.depth + 1);
        }
    }
}
