package dev.tare.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

import dev.tare.archive.StoredLayer;
import dev.tare.codec.ByteReader;
import dev.tare.codec.ByteWriter;
import dev.tare.codec.Codec;
import dev.tare.codec.Codecs;
import dev.tare.codec.UnstorableValueException;
import dev.tare.content.Finding;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScanCodec;
import dev.tare.image.Digest;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ReadLayer;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of a layer that was read: a mark, the version of the scanner, the layer, and the CRC-32C of all that.
 * The checksum detects damage. The permissions of the folder protect against forgery, which no checksum would detect.
 */
final class LayerForm {

    private static final byte[] MARK = "TARELAY1".getBytes(StandardCharsets.US_ASCII);

    private static final int VERSION_LENGTH = 32;

    private static final int START = MARK.length + VERSION_LENGTH;

    /** In characters. */
    private static final int MOST_UNMASKED = 1 << 14;

    private final Codec<StoredLayer> stored;

    private final Codec<ImageBudget.Cost> cost;

    private final Codec<LayerScan> scan;

    private final byte[] version;

    /**
     * The form of one scanner.
     *
     * @param build  identifies the code of the scanner
     * @param limits of the scanner, because some of them decide what is unread
     */
    LayerForm(String build, List<Class<? extends Finding>> findings, Limits limits) {
        Codecs codecs = new Codecs();
        this.scan = ScanCodec.with(codecs, findings, limits);
        this.stored = codecs.of(StoredLayer.class);
        this.cost = codecs.of(ImageBudget.Cost.class);
        Map<Limit, Long> values = new TreeMap<>(limits.values());
        values.remove(Limit.TIME);
        this.version = Digest.sha256Of(
                String.join("\n", build, values.toString(), codecs.shapes()).getBytes(StandardCharsets.UTF_8)).bytes();
    }

    /** Identifies the scanner in names of files. */
    String version() {
        return Digest.of(this.version).hex().substring(0, 16);
    }

    /**
     * Writes a layer.
     *
     * @param most the maximum number of bytes
     * @throws UnstorableValueException if the layer is larger, or one of its texts has a secret that outputs hide
     */
    void write(ReadLayer<LayerScan> layer, OutputStream out, long most) throws IOException {
        checkUnmasked(layer.value());
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
        ByteWriter writer = new ByteWriter(checked, most, LayerForm::isSecret);
        writer.writeBytes(MARK, 0, MARK.length);
        writer.writeBytes(this.version, 0, this.version.length);
        this.stored.write(layer.stored(), writer);
        this.cost.write(layer.cost(), writer);
        this.scan.write(layer.value(), writer);
        writer.flush();
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt((int) checked.getChecksum().getValue()).array());
    }

    /** Masking takes microseconds per character. An ordinary layer has one of these texts, of some characters. */
    private static void checkUnmasked(LayerScan scan) {
        StringBuilder all = new StringBuilder();
        scan.entries()
                .findings()
                .flatMap(found -> found.collected().stream())
                .flatMap(one -> one.finding().unmasked())
                .takeWhile(_ -> all.length() <= MOST_UNMASKED)
                .forEach(text -> all.append(text).append('\n'));
        if (all.length() > MOST_UNMASKED
                || all.toString().lines().anyMatch(text -> !Redaction.text(text).equals(text))) {
            throw UnstorableValueException.ofText();
        }
    }

    private static boolean isSecret(String text) {
        return !Redaction.tokens(text).equals(text);
    }

    /** Reads a layer. The result is {@code null} if the bytes are damaged, or another scanner wrote them. */
    @Nullable
    ReadLayer<LayerScan> read(byte[] bytes) {
        int end = bytes.length - Integer.BYTES;
        if (end < START || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)
                || !Arrays.equals(bytes, MARK.length, START, this.version, 0, VERSION_LENGTH)
                || checksum(bytes, end) != ByteBuffer.wrap(bytes).getInt(end)) {
            return null;
        }
        try {
            ByteReader reader = new ByteReader(bytes, START, end);
            StoredLayer layer = this.stored.read(reader);
            ImageBudget.Cost cost = this.cost.read(reader);
            LayerScan value = this.scan.read(reader);
            reader.finish();
            return new ReadLayer<>(layer, value, cost);
        } catch (RuntimeException ex) {
            // Bytes with the right checksum are whole. Constructors may still refuse bytes that somebody else made up.
            return null;
        }
    }

    private static int checksum(byte[] bytes, int end) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        return (int) checksum.getValue();
    }
}
