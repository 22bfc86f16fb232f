package dev.tare.source.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.tare.engine.Engine;
import dev.tare.engine.FoundImage;
import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;
import dev.tare.source.ReadFailures;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.format.NoSuchImageException;
import org.jspecify.annotations.Nullable;

/** An image in an engine, as a stream. It can be read several times, and the engine sends it each time. */
final class EngineSource implements ImageSource {

    private final EngineArgument argument;

    private final @Nullable Platform platform;

    private final Limits limits;

    EngineSource(EngineArgument argument, @Nullable Platform platform, Limits limits) {
        this.argument = argument;
        this.platform = platform;
        this.limits = limits;
    }

    @Override
    public String name() {
        return this.argument.name();
    }

    @Override
    public List<Platform> platforms(Deadline deadline) {
        return this.argument.engines().engine(this.argument.kind(), deadline).platforms(this.argument.image());
    }

    @Override
    public <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
            Progress progress) {
        Engine engine = this.argument.engines().engine(this.argument.kind(), budget.deadline());
        FoundImage found = engine.find(this.argument.image());
        requirePlatform(engine, found.platform());
        try (InputStream archive = engine.save(found.id(), this.platform)) {
            return ArchiveSources.stream(name(), archive, new ImageSelection(null, this.platform), this.limits)
                    .<T>read(reader, known, budget, progress)
                    .withName(name());
        } catch (IOException ex) {
            throw ReadFailures.of(name(), ex);
        }
    }

    /** An engine that can save single platforms may have others than the one that it describes. */
    private void requirePlatform(Engine engine, Platform actual) {
        if (this.platform != null && !this.platform.accepts(actual) && !engine.savesPlatforms()) {
            throw NoSuchImageException.forPlatform(name(), this.platform, List.of(actual.toString()));
        }
    }
}
