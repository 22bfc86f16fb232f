package dev.tare.filetree.layer;

import java.util.List;

import dev.tare.codec.ByteReader;
import dev.tare.codec.ByteWriter;
import dev.tare.codec.Codec;
import dev.tare.codec.Codecs;
import dev.tare.content.Finding;
import dev.tare.content.PathList;
import dev.tare.filetree.Attributes;
import dev.tare.image.Digest;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;

/** Writes the scan of a layer, without the name of the layer. */
public final class ScanCodec implements Codec<LayerScan> {

    private final Codec<ScannedEntries> entries;

    private final Codec<List<Whiteout>> whiteouts;

    private ScanCodec(Codec<ScannedEntries> entries, Codec<List<Whiteout>> whiteouts) {
        this.entries = entries;
        this.whiteouts = whiteouts;
    }

    /**
     * Adds the types of scans to other ones.
     *
     * @param findings the types of all findings; their order is part of the form
     * @param limits   of the scanner
     */
    public static ScanCodec with(Codecs codecs, List<Class<? extends Finding>> findings, Limits limits) {
        codecs.with(Finding.class, findings)
                .with(Digest.class, new DigestCodec())
                .with(PathList.class,
                        new PathListCodec());
        return new ScanCodec(new EntriesCodec(codecs.of(Attributes.class), codecs.of(ContentFindings.class),
                codecs.of(Digest.class), Math.toIntExact(limits.get(Limit.PATH_LENGTH))),
                codecs.ofList(Whiteout.class));
    }

    @Override
    public void write(LayerScan scan, ByteWriter out) {
        out.writeNumber(scan.cost());
        scan.whiteouts().stream().filter(one -> !one.opaque()).forEach(one -> out.check(one.hidden()));
        this.whiteouts.write(scan.whiteouts(), out);
        this.entries.write(scan.entries(), out);
    }

    @Override
    public LayerScan read(ByteReader in) {
        long cost = in.readNumber();
        List<Whiteout> whiteouts = this.whiteouts.read(in);
        return new LayerScan("", this.entries.read(in), whiteouts, cost);
    }

    /** The bytes of a digest after their number. */
    private static final class DigestCodec implements Codec<Digest> {

        @Override
        public void write(Digest digest, ByteWriter out) {
            byte[] bytes = digest.bytes();
            out.writeByte(bytes.length);
            out.writeBytes(bytes, 0, bytes.length);
        }

        @Override
        public Digest read(ByteReader in) {
            return Digest.of(in.readBytes(in.readByte()));
        }
    }

    /** The bytes of the list as it is in memory. */
    private static final class PathListCodec implements Codec<PathList> {

        @Override
        public void write(PathList paths, ByteWriter out) {
            paths.forEach(out::check);
            byte[] bytes = paths.toBytes();
            out.writeNumber(bytes.length);
            out.writeBytes(bytes, 0, bytes.length);
        }

        @Override
        public PathList read(ByteReader in) {
            return PathList.from(in.readBytes(in.readCount()));
        }
    }
}
