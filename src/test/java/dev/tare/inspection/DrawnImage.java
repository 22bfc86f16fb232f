package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.tare.filetree.FileTree;
import dev.tare.fixture.ConfigBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.LedgerAssert;
import dev.tare.image.Compression;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;

/** An image that a test draws layer by layer, without an archive. */
public final class DrawnImage implements ImageSource {

    private final ImageBuilder builder = ImageBuilder.anImage("drawn:1");

    private final List<byte[]> tars = new ArrayList<>();

    private Compression compression = Compression.NONE;

    private DrawnImage() {}

    public static DrawnImage anImage() {
        return new DrawnImage();
    }

    public DrawnImage layer(Consumer<LayerBuilder> drawing) {
        LayerBuilder layer = new LayerBuilder();
        drawing.accept(layer);
        this.tars.add(layer.toTar());
        this.builder.layer(this.tars.getLast());
        return this;
    }

    public DrawnImage history(String createdBy) {
        this.builder.history(createdBy);
        return this;
    }

    public DrawnImage emptyHistory(String createdBy) {
        this.builder.emptyHistory(createdBy);
        return this;
    }

    /** Adds a step of the history with any members. */
    public DrawnImage step(Map<String, Object> step) {
        this.builder.history(step);
        return this;
    }

    public DrawnImage config(Consumer<ConfigBuilder> drawing) {
        this.builder.config(drawing);
        return this;
    }

    DrawnImage platform(String platform) {
        this.builder.platform(platform);
        return this;
    }

    public DrawnImage compression(Compression compression) {
        this.compression = compression;
        return this;
    }

    public List<Digest> diffIds() {
        return this.builder.diffIds();
    }

    public Inspection inspect() {
        return LedgerAssert.balanced(new Inspector(Limits.DEFAULTS).inspect(this));
    }

    public FileTree files() {
        return inspect().files();
    }

    public Image image() {
        byte[] config = this.builder.configDocument();
        return new Image(name(), Digest.sha256Of(config), null, Map.of(), ImageConfig.parse("config", config),
                this.tars.stream().map(this::layer).toList());
    }

    @Override
    public String name() {
        return "drawn:1";
    }

    @Override
    public <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
            Progress progress) {
        List<T> layers = new ArrayList<>();
        for (byte[] tar : this.tars) {
            try (InputStream in = new ByteArrayInputStream(tar)) {
                layers.add(reader.read("layer-" + layers.size(), in, budget.ofLayer()));
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
        return new ImageContents<>(image(), layers);
    }

    private Layer layer(byte[] tar) {
        Digest digest = Digest.sha256Of(tar);
        return new Layer(digest, new DiffId(digest), MediaType.OCI_LAYER, this.compression, tar.length, tar.length,
                null);
    }
}
