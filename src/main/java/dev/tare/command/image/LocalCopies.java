package dev.tare.command.image;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import dev.tare.engine.Engine;
import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageArgument;
import dev.tare.source.engine.EngineArgument;
import dev.tare.source.registry.RegistryArgument;

/**
 * Asks the engines of this machine whether they also have images that bare names select in registries. One thread for each
 * engine asks while the command does its work. An engine that does not answer in time is ignored, like one that fails.
 */
public final class LocalCopies {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Engines engines;

    private final List<RegistryArgument> images = new ArrayList<>();

    private final List<Search> searches = new ArrayList<>();

    private Deadline deadline = Deadline.of(Limits.DEFAULTS);

    /** @param engines the engines of this machine */
    public LocalCopies(Engines engines) {
        this.engines = engines;
    }

    /** Adds an image to the search, if it is a bare name. */
    public void add(ImageArgument image) {
        if (image instanceof RegistryArgument named && !RegistryArgument.isMarked(image.text())) {
            this.images.add(named);
        }
    }

    /** Starts the search for the images that were added. */
    public void start() {
        if (this.images.isEmpty()) {
            return;
        }
        this.deadline = Deadline.of(Limits.DEFAULTS.with(Limit.TIME, PATIENCE.toMillis()));
        for (EngineKind kind : EngineKind.values()) {
            Engine engine = this.engines.local(kind, this.deadline);
            if (engine != null) {
                List<RegistryArgument> found = new CopyOnWriteArrayList<>();
                Thread thread = Thread.ofPlatform().daemon().start(() -> find(engine, found));
                this.searches.add(new Search(kind, thread, found));
            }
        }
    }

    /** A masked note for each image that is in an engine, too. */
    public List<String> notes() {
        return this.searches.stream().flatMap(search -> notes(search.kind(), found(search))).distinct().toList();
    }

    private void find(Engine engine, List<RegistryArgument> found) {
        try {
            this.images.stream().filter(image -> engine.has(tagged(image))).forEach(found::add);
        } catch (InvalidImageException | UncheckedIOException ex) {
            // The engine fails for the other images, too.
        }
    }

    private List<RegistryArgument> found(Search search) {
        try {
            search.thread().join(Duration.ofNanos(Math.max(0, this.deadline.nanosLeft())));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        return search.found();
    }

    private static Stream<String> notes(EngineKind kind, List<RegistryArgument> found) {
        return found.stream()
                .map(image -> "note: " + Redaction.text(image.text()) + " also exists in the local " + kind.label()
                        + " engine; " + Redaction.text(EngineArgument.text(kind, image.text())) + " reads that one");
    }

    /** With a tag, because an engine also finds an image by the first digits of its ID. */
    private static String tagged(RegistryArgument image) {
        ImageReference reference = image.reference();
        return reference.digest() == null && reference.tag() != null && !image.text().endsWith(":" + reference.tag())
                ? image.text() + ":" + reference.tag()
                : image.text();
    }

    /** @param found the images of the engine so far */
    private record Search(EngineKind kind, Thread thread, List<RegistryArgument> found) {}
}
