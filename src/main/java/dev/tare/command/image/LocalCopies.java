package dev.tare.command.image;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
 * Asks the engines of this machine whether they also have an image that a bare name selects in a registry. The questions
 * run while the command does its work. An engine that does not answer in time is ignored, like one that fails.
 */
public final class LocalCopies {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Engines engines;

    private final List<Question> questions = new ArrayList<>();

    /** @param engines the engines of this machine */
    public LocalCopies(Engines engines) {
        this.engines = engines;
    }

    /** Asks about an image, if it is a bare name. */
    public void ask(ImageArgument image) {
        if (!(image instanceof RegistryArgument named) || RegistryArgument.isMarked(image.text())) {
            return;
        }
        Deadline deadline = Deadline.of(Limits.DEFAULTS.with(Limit.TIME, PATIENCE.toMillis()));
        for (EngineKind kind : EngineKind.values()) {
            Engine engine = this.engines.local(kind, deadline);
            if (engine != null) {
                CompletableFuture<Boolean> answer = new CompletableFuture<>();
                Thread.ofPlatform().daemon().start(() -> answer.complete(has(engine, tagged(named))));
                this.questions.add(new Question(image.text(), kind, answer, deadline));
            }
        }
    }

    /** A masked note for each image that is in an engine, too. */
    public List<String> notes() {
        return this.questions.stream()
                .filter(Question::isYes)
                .map(question -> "note: " + Redaction.text(question.image()) + " also exists in the local "
                        + question.kind().label() + " engine; "
                        + Redaction.text(EngineArgument.text(question.kind(), question.image())) + " reads that one")
                .distinct()
                .toList();
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

    private record Question(String image, EngineKind kind, CompletableFuture<Boolean> answer, Deadline deadline) {

        boolean isYes() {
            return this.answer.completeOnTimeout(false, Math.max(0, this.deadline.nanosLeft()), TimeUnit.NANOSECONDS)
                    .join();
        }
    }
}
