package dev.tare.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.tare.image.Compression;
import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.inspection.base.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The report of one image by itself.
 *
 * @param index     of the image in its report
 * @param name      display name; the images of a report have different names
 * @param layers    the lowest first
 * @param checks the same for all images of a report, in the same order
 */
public record ImageReport(int index, String name, Identity identity, BaseReport base, SizesReport sizes,
        ConfigReport config, List<Layer> layers, ContentsReport contents, WasteReport waste, SecurityReport security,
        LedgerReport ledger, ReferrersReport referrers, List<CheckReport> checks) {

    public ImageReport {
        layers = List.copyOf(layers);
        checks = List.copyOf(checks);
    }

    /** The name and the sizes alone. */
    public ImageSizes asSizes() {
        return new ImageSizes(this.index, this.name, this.layers.stream().map(Layer::diffId).toList(), this.base,
                this.sizes);
    }

    /** The same image as the only one of its report. */
    ImageReport alone() {
        return new ImageReport(0, this.name, this.identity, this.base, this.sizes, this.config, this.layers,
                this.contents, this.waste, this.security, this.ledger, this.referrers, this.checks);
    }

    ImageReport withChecks(List<CheckReport> judged) {
        return new ImageReport(this.index, this.name, this.identity, this.base, this.sizes, this.config, this.layers,
                this.contents, this.waste, this.security, this.ledger, this.referrers, judged);
    }

    /**
     * What identifies an image and its source.
     *
     * @param id             digest of the config, which engines call the image ID
     * @param manifestDigest {@code null} if the source has no manifest, like a docker archive
     * @param platform       such as {@code linux/amd64}
     * @param otherPlatforms the platforms that could have been selected instead; usually empty
     * @param created        {@code null} if the image does not state it
     * @param author         {@code null} if the image does not state one
     * @param annotations    of the manifest
     * @param remarks        uncertainties about the source, a sentence or two each; usually empty
     */
    public record Identity(String id, @Nullable String manifestDigest, String platform,
            List<String> otherPlatforms, @Nullable Instant created, @Nullable String author,
            Map<String, String> annotations, List<String> remarks) {

        /** Whether both are for one platform. The default variant of an architecture may be left out. */
        public boolean hasPlatformOf(Identity other) {
            try {
                return this.platform.equals(other.platform)
                        || Platform.parse(this.platform).isSame(Platform.parse(other.platform));
            } catch (InvalidValueException ex) {
                return false;
            }
        }

        /** Whether containers of the image run on Windows. */
        public boolean forWindows() {
            return this.platform.startsWith("windows/");
        }
    }

    /**
     * A layer of an image.
     *
     * @param index             0 for the lowest
     * @param diffId            digest of the uncompressed tar
     * @param digest            of the blob as stored
     * @param compression       detected from the first bytes of the blob
     * @param origin            base image or application, as far as it is known
     * @param compressedBytes   of the blob; {@code null} if it is stored uncompressed
     * @param storedBytes       of the blob as the source holds it
     * @param tarBytes          of the uncompressed tar, with headers and padding
     * @param uncompressedBytes of the files in it
     * @param entries           tar entries, whiteouts included
     * @param wastedBytes       file bytes that no container sees
     * @param created           the time of the step that created it; {@code null} if the history does not state it
     * @param createdBy         the step that created it; {@code null} if the history does not state it
     * @param comment           of that step, or {@code null}
     */
    public record Layer(int index, String diffId, String digest, String mediaType, Compression compression,
            Origin origin, @Nullable Long compressedBytes, long storedBytes, long tarBytes, long uncompressedBytes,
            int entries, long wastedBytes, @Nullable Instant created, @Nullable String createdBy,
            @Nullable String comment) {}
}
