package dev.tare.ecosystem.java;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.content.Unread;
import dev.tare.ecosystem.java.sbom.BillOfMaterials;
import dev.tare.ecosystem.license.Licenses;
import dev.tare.filetree.FileEntry;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/** A jar, the jars in it, the unreadable ones among them, and the bills of materials in all of them. */
record JarContents(ReadJar jar, List<NestedJar> nested, List<UnreadJar> unread,
        List<BillOfMaterials> bills) implements Finding {

    public JarContents {
        nested = List.copyOf(nested);
        unread = List.copyOf(unread);
        bills = List.copyOf(bills);
    }

    @Override
    public Finding masked(UnaryOperator<String> masking) {
        return new JarContents(this.jar, this.nested,
                this.unread.stream().map(jar -> new UnreadJar(jar.path, masking.apply(jar.because))).toList(),
                this.bills);
    }

    @Override
    public long length() {
        return this.jar.length() + this.nested.stream().mapToLong(NestedJar::length).sum()
                + this.unread.stream().mapToLong(UnreadJar::length).sum()
                + this.bills.stream().mapToLong(BillOfMaterials::length).sum();
    }

    /**
     * Adds the jars of the file with these contents: first the file itself, then the jars in it.
     *
     * @param evidence in the whole image
     */
    void addTo(JarFamilies jars, FileEntry file, BillEvidence evidence) {
        Digest content = Objects.requireNonNull(file.content());
        jars.add(evidence.apply(this.jar, file.path(), content).toJar(file, "", file.size(), content, file.size()),
                this.jar.place());
        this.nested.forEach(nested -> jars.add(
                evidence.apply(nested.jar(), nested.path(), nested.content())
                        .toJar(file, nested.path(), nested.size(), nested.content(), nested.storedSize()),
                nested.jar().place()));
    }

    /** The unreadable jars in the file with these contents. */
    Stream<Unread> unreadOf(FileEntry file) {
        return this.unread.stream()
                .map(jar -> new Unread(Unread.Subject.JAR, file.path() + jar.path(), jar.because(), file.layer()));
    }

    /**
     * The result of reading one jar.
     *
     * @param libraries   that were unpacked into the jar
     * @param place       of its classes
     * @param fingerprint {@code null} if the jar could not be read
     * @param licenses    that the jar states
     */
    record ReadJar(JarCoordinates coordinates, List<ShadedLibrary> libraries, JarPlace place,
            @Nullable JarFingerprint fingerprint, Licenses licenses) {

        ReadJar {
            libraries = List.copyOf(libraries);
        }

        /** An unreadable jar. Only its file name is known. */
        static ReadJar unread(JarFileName name) {
            return new ReadJar(JarCoordinates.unknown(name.artifactId(), name.version(), Jar.Evidence.FILE_NAME),
                    List.of(), JarPlace.NONE, null, Licenses.NONE);
        }

        private Jar toJar(FileEntry file, String inner, long size, Digest content, long storedSize) {
            return new Jar(file.path() + inner, this.coordinates.groupId(), this.coordinates.artifactId(),
                    this.coordinates.version(), this.coordinates.evidence(), this.coordinates.certainty(), size,
                    content,
                    file.layer(), this.fingerprint, this.libraries, this.licenses, storedSize);
        }

        /** The approximate number of characters in memory. */
        private long length() {
            return this.coordinates.length() + this.place.length() + JarFingerprint.LENGTH + this.licenses.length()
                    + this.libraries.stream().mapToLong(ShadedLibrary::length).sum();
        }
    }

    /**
     * A jar in a jar.
     *
     * @param path       below the file: {@code !/BOOT-INF/lib/inner.jar}, and so on for further levels
     * @param storedSize see {@link Jar#storedSize()}
     */
    record NestedJar(String path, ReadJar jar, long size, Digest content, long storedSize) {

        private static final int OVERHEAD = 256;

        NestedJar stored(long bytes) {
            return new NestedJar(this.path, this.jar, this.size, this.content, bytes);
        }

        /** The approximate number of characters in memory. */
        private long length() {
            return OVERHEAD + this.path.length() + this.jar.length();
        }
    }

    /**
     * A jar that is damaged or too large.
     *
     * @param path    below the file as for {@link NestedJar}; {@code ""} for the file itself
     * @param because a sentence
     */
    record UnreadJar(String path, String because) {

        private static final int OVERHEAD = 128;

        /** The approximate number of characters in memory. */
        private long length() {
            return OVERHEAD + Finding.lengthOf(this.path, this.because);
        }
    }
}
