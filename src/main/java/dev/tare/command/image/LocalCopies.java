package dev.tare.command.image;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import dev.tare.engine.Engine;
import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageArgument;
import dev.tare.source.engine.EngineArgument;
import dev.tare.source.registry.RegistryArgument;

/**
 * Asks the engines of this machine whether they also have images that bare names select in registries. One thread for each
 * engine asks while the command does its work. The command waits only a moment for the last answers. An engine that fails,
 * or that does not answer in time, has no notes.
 */
public final class LocalCopies {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Engines engines;

    private final Duration patience;

    /** A set, because picocli may convert an argument twice. */
    private final Set<RegistryArgument> images = new LinkedHashSet<>();

    private final List<Search> searches = new ArrayList<>();

    /** @param engines the engines of this machine */
    public LocalCopies(Engines engines) {
        this(engines, PATIENCE);
    }

    /** @param patience the longest wait for answers, from the start of the search */
    public LocalCopies(Engines engines, Duration patience) {
        this.engines = engines;
        this.patience = patience;
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
        long end = System.nanoTime() + this.patience.toNanos();
        for (EngineKind kind : EngineKind.values()) {
            Engine engine = this.engines.local(kind, Deadline.of(Limits.DEFAULTS));
            if (engine != null) {
                List<RegistryArgument> found = new CopyOnWriteArrayList<>();
                Thread thread = Thread.ofPlatform()
                        .daemon()
                        .start(() -> this.images.stream()
                                .filter(image -> has(engine, tagged(image)))
                                .forEach(found::add));
                this.searches.add(new Search(kind, thread, end, found));
            }
        }
    }

    /** A masked note for each image that is in an engine, too. */
    public List<String> notes() {
        return this.searches.stream().flatMap(Search::notes).toList();
    }

    /** With a tag, because an engine also finds an image by the first digits of its ID. */
    private static String tagged(RegistryArgument image) {
        ImageReference reference = image.reference();
        return reference.digest() == null && reference.tag() != null && !image.text().endsWith(":" + reference.tag())
                ? image.text() + ":" + reference.tag()
                : image.text();
    }

    private static boolean has(Engine engine, String image) {
        try {
            return engine.has(image);
        } catch (InvalidImageException | UncheckedIOException ex) {
            return false;
        }
    }

    /**
     * The search in one engine.
     *
     * @param end   the end of the wait, as {@link System#nanoTime()}
     * @param found the images found so far; the thread adds more
     */
    private record Search(EngineKind kind, Thread thread, long end, List<RegistryArgument> found) {

        Stream<String> notes() {
            try {
                this.thread.join(Duration.ofNanos(Math.max(0, this.end - System.nanoTime())));
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            }
            return this.found.stream()
                    .map(image -> "note: " + Redaction.text(image.text()) + " also exists in the local "
                            + this.kind.label() + " engine; "
                            + Redaction.text(EngineArgument.text(this.kind, image.text())) + " reads that one");
        }
    }
}
