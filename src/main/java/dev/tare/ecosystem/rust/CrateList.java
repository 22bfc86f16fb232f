package dev.tare.ecosystem.rust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.InflaterInputStream;

import dev.tare.content.BoundedJson;
import dev.tare.content.Finding;
import dev.tare.ecosystem.NamedPackages;

/** Reads the compressed list of crates. */
final class CrateList {

    /** The maximum size of the compressed document in bytes. Those of hundreds of crates have a hundredth. */
    static final int MAX_SIZE = 1 << 20;

    /** The maximum size of the document, as cargo-auditable recommends. */
    private static final int MAX_INFLATED = 8 << 20;

    /** The inflated bytes for each byte of the file. A list is a small part of its program. */
    private static final int MAX_RATIO = 20;

    private CrateList() {}

    /** The maximum number of bytes to inflate for all documents of a file. */
    static long budget(long fileSize) {
        return MAX_RATIO * fileSize;
    }

    /**
     * The crates, or the reason for not reading them.
     *
     * @param compressed begins with the document
     * @param budget     maximum number of bytes to inflate
     */
    static Finding read(byte[] compressed, long budget) {
        int most = Math.clamp(budget, 0, MAX_INFLATED);
        byte[] document;
        try (InputStream text = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            document = text.readNBytes(most + 1);
        } catch (IOException ex) {
            return NamedPackages.notRead("it is damaged or larger than " + (MAX_SIZE >> 20) + " MiB");
        }
        if (document.length > most) {
            return NamedPackages.notRead("it inflates to more than " + (MAX_INFLATED >> 20) + " MiB or " + MAX_RATIO
                    + " times the size of the file");
        }
        try {
            Finding found = NamedPackages.parse(new ByteArrayInputStream(document), CrateList::readDocument);
            return found == null ? NamedPackages.notRead("it has another format") : found;
        } catch (IOException ex) {
            throw new UncheckedIOException("Bytes in memory cannot be read", ex);
        }
    }

    private static void readDocument(BoundedJson json, NamedPackages.Builder packages) {
        json.readObject(key -> {
            if (key.equals("packages")) {
                json.readList(() -> readCrate(json, packages));
            } else {
                json.skip();
            }
        });
    }

    /** Crates that only the build needs are not part of the executable. */
    private static void readCrate(BoundedJson json, NamedPackages.Builder packages) {
        Map<String, String> values = json.texts("name", "version", "kind");
        if (!"build".equals(values.get("kind"))) {
            packages.add(values.get("name"), values.get("version"));
        }
    }
}
