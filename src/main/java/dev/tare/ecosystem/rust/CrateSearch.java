package dev.tare.ecosystem.rust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import dev.tare.content.BoundedJson;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.StreamCollector.Observation;
import dev.tare.ecosystem.NamedPackages;
import org.jspecify.annotations.Nullable;

/**
 * Searches an ELF file for the list of crates of cargo-auditable while the file streams by. The list is a JSON document,
 * compressed as zlib, and the whole content of the section {@code .dep-v0}, which programs do not load. The headers of
 * the sections are at the end of the file, so this search looks for zlib with the beginning of the document. The document
 * counts if a section begins there.
 *
 * @see <a href="https://github.com/rust-secure-code/cargo-auditable/blob/master/PARSING.md">Parsing the data embedded by
 *      cargo auditable</a>
 */
final class CrateSearch implements Observation {

    /** The maximum size of the compressed document in bytes. Those of hundreds of crates have a hundredth. */
    static final int MAX_SIZE = 1 << 20;

    /** The maximum size of the document, as cargo-auditable recommends. */
    static final int MAX_INFLATED = 8 << 20;

    /** The compressed bytes from which the beginning of the document is read. */
    private static final int BEGINNING = 128;

    /** The inflated bytes among which {@link #FORMAT} must be. */
    private static final int MAX_BEGINNING = 32;

    private static final String FORMAT = "\"packages\"";

    /** The maximum number of places that may begin like zlib. Each takes microseconds. */
    private static final int MAX_PLACES = 10_000;

    /** The maximum number of documents to parse. */
    private static final int MAX_DOCUMENTS = 4;

    /** Deflate with a window of 32 KiB, as every program uses it. */
    private static final int ZLIB = 0x78;

    /** The bit of the second byte that states a dictionary. */
    private static final int DICTIONARY = 0x20;

    /** A multiple of this number are the first two bytes of zlib. */
    private static final int CHECK = 31;

    /** The first bytes of the file. */
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(0);

    private @Nullable ElfLayout layout;

    private boolean ended;

    /** The offset in the file of the next bytes to process. */
    private long at;

    private final ByteArrayOutputStream sections = new ByteArrayOutputStream(0);

    /** The bytes from a place that begins like zlib; empty during the search. */
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(0);

    private long contentAt;

    /** One for all places, because a new one takes longer than its use. */
    private @Nullable Inflater inflater;

    private int needed;

    private int places;

    /** The packages of each document, or the reason for not reading it, by the offset of the document. */
    private final Map<Long, Finding> documents = new LinkedHashMap<>();

    @Override
    public void update(byte[] bytes, int offset, int length) {
        if (this.ended) {
            return;
        }
        ElfLayout known = this.layout;
        if (known == null) {
            int count = Math.min(length, ElfLayout.HEAD_SIZE - this.head.size());
            this.head.write(bytes, offset, count);
            if (this.head.size() == ElfLayout.HEAD_SIZE) {
                begin();
                update(bytes, offset + count, length - count);
            }
        } else {
            process(known, bytes, offset, length);
        }
    }

    private void begin() {
        byte[] first = this.head.toByteArray();
        ElfLayout found = ElfLayout.of(first);
        this.layout = found;
        this.ended = found == null;
        if (found != null) {
            process(found, first, 0, first.length);
        }
    }

    private void process(ElfLayout elf, byte[] bytes, int offset, int length) {
        long base = this.at - offset;
        this.at += length;
        int from = index(elf.start() - base, offset, length);
        int end = index(elf.sections() - base, offset, length);
        search(bytes, from, end, base);
        int endOfHeaders = index(elf.sections() + elf.headersLength() - base, offset, length);
        this.sections.write(bytes, end, endOfHeaders - end);
    }

    private static int index(long index, int offset, int length) {
        return Math.clamp(index, offset, offset + length);
    }

    /** @param base the offset in the file of the index 0 */
    private void search(byte[] bytes, int from, int end, long base) {
        int next = from;
        while (next < end && this.documents.size() < MAX_DOCUMENTS) {
            if (this.content.size() > 0) {
                int count = Math.min(end - next, this.needed - this.content.size());
                this.content.write(bytes, next, count);
                next += count;
                if (this.content.size() == this.needed) {
                    read(this.content.toByteArray());
                }
            } else {
                next = this.places < MAX_PLACES ? nextPlace(bytes, next, end) : end;
                if (next < end) {
                    this.places++;
                    this.contentAt = base + next;
                    this.content.write(bytes, next, 1);
                    this.needed = BEGINNING;
                    next++;
                }
            }
        }
    }

    /** A separate loop, because it sees each byte. */
    private static int nextPlace(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && !isPlace(bytes, at, end)) {
            at++;
        }
        return at;
    }

    /** Whether zlib may begin here, without a dictionary. Its second byte may be among the next bytes. */
    private static boolean isPlace(byte[] bytes, int at, int end) {
        return bytes[at] == ZLIB && (at + 1 == end || ((bytes[at + 1] & DICTIONARY) == 0
                && (ZLIB << Byte.SIZE | Byte.toUnsignedInt(bytes[at + 1])) % CHECK == 0));
    }

    private void read(byte[] there) {
        if (this.needed == BEGINNING && isDocument(there)) {
            this.needed = MAX_SIZE;
        } else {
            if (this.needed == MAX_SIZE) {
                parse(there);
            }
            searchOn(there);
        }
    }

    private boolean isDocument(byte[] there) {
        Inflater inflater = this.inflater == null ? new Inflater() : this.inflater;
        this.inflater = inflater;
        inflater.reset();
        inflater.setInput(there);
        byte[] beginning = new byte[MAX_BEGINNING];
        try {
            String text = new String(beginning, 0, inflater.inflate(beginning), StandardCharsets.UTF_8);
            return text.startsWith("{") && text.contains(FORMAT);
        } catch (DataFormatException ex) {
            return false;
        }
    }

    private void parse(byte[] there) {
        this.documents.put(this.contentAt, parsed(there));
    }

    private static Finding parsed(byte[] there) {
        byte[] document;
        try (InputStream text = new InflaterInputStream(new ByteArrayInputStream(there))) {
            document = text.readNBytes(MAX_INFLATED + 1);
        } catch (IOException ex) {
            return NamedPackages.notRead("it is damaged or larger than " + (MAX_SIZE >> 20) + " MiB");
        }
        if (document.length > MAX_INFLATED) {
            return NamedPackages.notRead("it inflates to more than " + (MAX_INFLATED >> 20) + " MiB");
        }
        try {
            Finding found = NamedPackages.parse(new ByteArrayInputStream(document), CrateSearch::readDocument);
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

    /** Searches the bytes after the first of those that began like zlib. */
    private void searchOn(byte[] there) {
        this.content.reset();
        search(there, 1, there.length, this.contentAt);
    }

    @Override
    public @Nullable Finding finish() {
        if (this.layout == null && !this.ended) {
            begin();
        }
        while (this.content.size() > 0) {
            byte[] there = this.content.toByteArray();
            if (this.needed == MAX_SIZE || isDocument(there)) {
                parse(there);
            }
            searchOn(there);
        }
        if (this.inflater != null) {
            this.inflater.end();
        }
        return this.layout == null ? null : found(this.layout);
    }

    /** A list that can be read takes precedence over another section that begins like one. */
    private @Nullable Finding found(ElfLayout elf) {
        byte[] headers = this.sections.toByteArray();
        Finding found = null;
        for (Map.Entry<Long, Finding> document : this.documents.entrySet()) {
            boolean counts =
                    found == null || (found instanceof NotRead && document.getValue() instanceof NamedPackages);
            if (counts && elf.hasSectionAt(document.getKey(), headers)) {
                found = document.getValue();
            }
        }
        return found;
    }
}
