package dev.tare.toc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.Digest;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.source.format.LayerPlan;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table of contents of a layer by the annotations of the manifest, or by the footer at the end of the blob.
 *
 * @see <a href="https://github.com/containerd/stargz-snapshotter/blob/main/docs/estargz.md">eStargz</a>
 * @see <a href="https://github.com/containers/storage/blob/main/docs/containers-storage-zstd-chunked.md">zstd:chunked</a>
 */
final class TableFinder {

    private static final String DOCUMENT_DIGEST = "containerd.io/snapshot/stargz/toc.digest";

    /** The prefixes of the annotations of zstd:chunked. Skopeo and Podman before 2023 write the second one. */
    private static final String[] PREFIXES = { "io.github.containers.zstd-chunked.", "io.containers.zstd-chunked." };

    private static final Pattern POSITION =
            Pattern.compile("([0-9]{1,18}):([0-9]{1,18}):([0-9]{1,18}):([0-9]{1,18})");

    /** An empty gzip member whose extra field has the offset in hexadecimal: 51 bytes in eStargz, 47 in stargz. */
    private static final Pattern GZIP_FOOTER = Pattern.compile(
            "\\x1f\\x8b\\x08\\x04.{6}(?:\\x1a\\x00SG\\x16\\x00|\\x16\\x00)([0-9a-f]{16})STARGZ\\x01\\x00\\x00\\xff\\xff\\x00{8}\\z",
            Pattern.DOTALL);

    /** The offset, the stored size, the uncompressed size, the type and the magic of zstd:chunked take 40 bytes. */
    private static final int[] ZSTD_FOOTERS = { 64, 56, 40 };

    private static final int FRAME_HEADER = 8;

    private static final int SKIPPABLE_FRAME = 0x184d2a50;

    /** The length of the longest footer with its frame. */
    private static final int LONGEST_FOOTER = 72;

    /** The only type of table: a document like that of stargz. */
    private static final long TYPE = 1;

    private final LayerPlan layer;

    private final BlobParts blob;

    private final Map<String, String> annotations;

    private TableFinder(LayerPlan layer, BlobParts blob) {
        this.layer = layer;
        this.blob = blob;
        this.annotations = layer.descriptor() == null ? Map.of() : layer.descriptor().annotations();
    }

    /**
     * Returns the location of the table, or {@code null} if the layer has none.
     *
     * @throws InvalidTableException if the annotations or the footer lead out of the blob
     */
    static @Nullable TableLocation find(LayerPlan layer, BlobParts blob) throws IOException {
        return new TableFinder(layer, blob).find();
    }

    private @Nullable TableLocation find() throws IOException {
        String position = zstdAnnotation("manifest-position");
        if (position != null) {
            Matcher matcher = POSITION.matcher(position);
            if (!matcher.matches()) {
                throw invalid("its annotation for the position is not four numbers");
            }
            return zstd(number(matcher, 1), number(matcher, 2), number(matcher, 3), number(matcher, 4));
        }
        byte[] end = this.blob.last(LONGEST_FOOTER);
        TableLocation table = zstdFooter(end);
        return table == null ? gzipFooter(end) : table;
    }

    private @Nullable TableLocation zstdFooter(byte[] end) {
        ByteBuffer bytes = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        for (int length : ZSTD_FOOTERS) {
            int start = end.length - length;
            if (start >= FRAME_HEADER && bytes.getInt(start - FRAME_HEADER) == SKIPPABLE_FRAME
                    && bytes.getInt(start - Integer.BYTES) == length
                    && new String(end, end.length - Long.BYTES, Long.BYTES, StandardCharsets.ISO_8859_1)
                            .equalsIgnoreCase("GNUlInUx")) {
                return zstd(bytes.getLong(start), bytes.getLong(start + 8), bytes.getLong(start + 16),
                        bytes.getLong(start + 24));
            }
        }
        return null;
    }

    private @Nullable TableLocation gzipFooter(byte[] end) {
        Matcher footer = GZIP_FOOTER.matcher(new String(end, StandardCharsets.ISO_8859_1));
        if (!footer.find()) {
            return null;
        }
        long offset = Long.parseUnsignedLong(footer.group(1), 16);
        long tableEnd = this.blob.size() - footer.group().length();
        return new TableLocation(true, offset, length(offset, tableEnd - offset), null, null, documentDigest());
    }

    private TableLocation zstd(long offset, long length, long uncompressedSize, long type) {
        if (type != TYPE) {
            throw invalid("it has an unknown type");
        }
        if (uncompressedSize < 0 || uncompressedSize > Limit.TOC_SIZE.value()) {
            throw tooLarge();
        }
        String stored = zstdAnnotation("manifest-checksum");
        return new TableLocation(false, offset, length(offset, length), uncompressedSize,
                stored == null ? null : digest(stored), documentDigest());
    }

    /** The length of a table that is inside of the blob. */
    private int length(long offset, long length) {
        if (offset < 0 || length <= 0 || length > this.blob.size() || offset > this.blob.size() - length) {
            throw invalid("its position is outside of the layer");
        }
        if (length > Limit.TOC_SIZE.value()) {
            throw tooLarge();
        }
        return (int) length;
    }

    private @Nullable Digest documentDigest() {
        String document = this.annotations.get(DOCUMENT_DIGEST);
        return document == null ? null : digest(document);
    }

    private Digest digest(String text) {
        try {
            Digest digest = Digest.parse(text);
            if (digest.algorithm().equals("sha256")) {
                return digest;
            }
            throw UnsupportedImageException.digestAlgorithm(text);
        } catch (InvalidValueException ex) {
            throw new InvalidTableException(this.layer.path(), "its annotation has an invalid digest", ex);
        }
    }

    private @Nullable String zstdAnnotation(String name) {
        for (String prefix : PREFIXES) {
            String value = this.annotations.get(prefix + name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static long number(Matcher position, int group) {
        return Long.parseLong(position.group(group));
    }

    private InvalidTableException invalid(String problem) {
        return new InvalidTableException(this.layer.path(), problem);
    }

    private LimitExceededException tooLarge() {
        return new LimitExceededException(Limit.TOC_SIZE, Limit.TOC_SIZE.value(), this.layer.path());
    }
}
