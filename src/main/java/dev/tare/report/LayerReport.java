package dev.tare.report;

import java.time.Instant;

import dev.tare.image.Compression;
import dev.tare.inspection.base.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A layer of an image.
 *
 * @param index             0 for the lowest
 * @param diffId            digest of the uncompressed tar
 * @param digest            of the blob as stored
 * @param compression       as the blob's first bytes say
 * @param origin            whether base or net, as far as it is known
 * @param compressedBytes   of the blob; {@code null} if it is stored uncompressed
 * @param storedBytes       of the blob as the source holds it
 * @param tarBytes          of the uncompressed tar, headers and padding included
 * @param uncompressedBytes of the files in it
 * @param entries           tar entries, whiteouts included
 * @param wastedBytes       of its file bytes, those that no container sees
 * @param created           when the step that made it ran; {@code null} if history does not tell
 * @param createdBy         the step that made it; {@code null} if history does not tell
 * @param comment           of that step, or {@code null}
 */
public record LayerReport(int index, String diffId, String digest, String mediaType, Compression compression,
        Origin origin, @Nullable Long compressedBytes, long storedBytes, long tarBytes, long uncompressedBytes,
        int entries, long wastedBytes, @Nullable Instant created, @Nullable String createdBy,
        @Nullable String comment) {}
