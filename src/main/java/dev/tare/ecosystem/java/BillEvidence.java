package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipSlice;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.bill.UnreadableBillException;
import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import dev.tare.ecosystem.java.JarContents.ReadJar;
import dev.tare.ecosystem.java.sbom.BillOfMaterials;
import dev.tare.ecosystem.java.sbom.BillParser;
import dev.tare.ecosystem.java.sbom.ListedJars;
import dev.tare.ecosystem.java.sbom.ListedLibrary;
import dev.tare.image.Digest;

/**
 * The coordinates of jars in the bills of materials of an image. The jar's digest finds them:
 * <ul>
 * <li>The jar's own pom.properties takes precedence, unless it has no version or another one than the file name.
 * <li>A build tool's document replaces all other coordinates. It is not certain if the jar contradicts it.
 * <li>A scanner's document is itself derived from the files. It counts only if the group is unknown.
 * </ul>
 */
final class BillEvidence {

    private final ListedJars built = new ListedJars();

    private final ListedJars scanned = new ListedJars();

    private BillEvidence() {}

    /** The evidence in all files of an image, and in its jars. */
    static BillEvidence of(VisibleFindings findings) {
        BillEvidence evidence = new BillEvidence();
        findings.forEach(BillOfMaterials.class, (file, bill) -> evidence.add(bill));
        findings.forEach(JarContents.class, (file, contents) -> contents.bills().forEach(evidence::add));
        return evidence;
    }

    private void add(BillOfMaterials bill) {
        (bill.scanned() ? this.scanned : this.built).add(bill);
    }

    /** The document in an entry of a jar, with the libraries that have a digest. */
    static Optional<BillOfMaterials> parse(ZipSlice content, JarBounds bounds) {
        try (InputStream bytes = content.stream()) {
            Optional<BillOfMaterials> bill = Optional.ofNullable(
                    BillParser.parse(bytes, bounds.readable(BillOfMaterials.MAX_SIZE), bounds::takeRead))
                    .map(BillOfMaterials::ofJars);
            bill.ifPresent(one -> bounds.takeListed(one.libraries().size()));
            return bill;
        } catch (UnreadableBillException ex) {
            throw new UnreadableZipException(String.valueOf(ex.getMessage()));
        } catch (IOException ex) {
            throw new UncheckedIOException("Bytes in memory cannot be read", ex);
        }
    }

    /** Whether a jar states all its own coordinates, so that no document replaces them. */
    private static boolean isStated(ReadJar jar) {
        return jar.coordinates().certainty() == Certainty.EXACT && jar.coordinates().version() != null;
    }

    /**
     * The jar with the coordinates that count.
     *
     * @param path of the jar
     */
    ReadJar apply(ReadJar jar, String path, Digest content) {
        if (isStated(jar)) {
            return jar;
        }
        Optional<ListedLibrary> scanned =
                jar.coordinates().groupId() == null ? this.scanned.find(content) : Optional.empty();
        return this.built.find(content)
                .map(library -> identified(jar, library,
                        isContradicted(library, JarFileName.parse(path), jar.coordinates()) ? Certainty.INFERRED
                                : Certainty.EXACT))
                .or(() -> scanned.map(library -> identified(jar, library, Certainty.INFERRED)))
                .orElse(jar);
    }

    /** Whether the file name has another artifact or version, or the manifest has another artifact and version. */
    private static boolean isContradicted(ListedLibrary library, JarFileName name, JarCoordinates jar) {
        JarCoordinates listed = JarCoordinates.inferred(library.groupId(), library.artifactId(), library.version(),
                Evidence.SBOM);
        if (name.version() != null && !name.text().equals(library.artifactId())) {
            return !name.isOf(listed) || !name.mayHave(library.version());
        }
        return jar.version() != null && !jar.version().startsWith(library.version())
                && !JarGroups.areRelated(jar.artifactId(), library.artifactId());
    }

    /** A pom.properties with the same coordinates belongs to the jar itself, and not to an unpacked library. */
    private static ReadJar identified(ReadJar jar, ListedLibrary library, Certainty certainty) {
        ShadedLibrary itself = new ShadedLibrary(library.groupId(), library.artifactId(), library.version());
        return new ReadJar(
                new JarCoordinates(library.groupId(), library.artifactId(), library.version(), Evidence.SBOM,
                        certainty),
                jar.libraries().stream().filter(one -> !one.equals(itself)).toList(), jar.place(),
                jar.fingerprint(), jar.licenses());
    }
}
