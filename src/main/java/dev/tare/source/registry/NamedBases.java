package dev.tare.source.registry;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import dev.tare.image.InvalidImageException;
import dev.tare.image.KnownBase;
import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.registry.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * The base images that the images of a request name. Each is requested once, because images of one request often have
 * the same one. A registry that did not answer in time is not asked again. Safe for use by several threads.
 */
final class NamedBases {

    /** Answers to keep. A request has fewer images, except for very many platforms. */
    private static final int MOST = 64;

    /** Base images whose documents are kept for further platforms. Documents may be large. */
    private static final int MOST_DOCUMENTS = 2;

    private final Map<Key, Answer> answers = new HashMap<>();

    private final Map<String, LimitExceededException> silent = new HashMap<>();

    private final Map<ImageReference, KnownDocuments> documents = new LinkedHashMap<>(MOST_DOCUMENTS, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ImageReference, KnownDocuments> eldest) {
            return size() > MOST_DOCUMENTS;
        }
    };

    /** Images that are read at once may name the same base image, and the later one waits for the answer. */
    private final Map<ImageReference, Lock> locks = new HashMap<>();

    /**
     * The base image, as the first image got it.
     *
     * @param deadline of this lookup
     * @param request  reads the base image, with the documents that were requested before
     * @throws InvalidImageException if it cannot be read, or could not be read before
     * @throws UncheckedIOException  if the thread is interrupted
     */
    KnownBase find(ImageReference reference, Platform platform, Deadline deadline,
            Function<KnownDocuments, KnownBase> request) {
        Lock lock = lock(reference);
        try {
            deadline.lock(lock);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Reading was interrupted");
            interrupted.initCause(ex);
            throw new UncheckedIOException(interrupted);
        }
        try {
            Key key = new Key(reference, platform);
            Answer known = known(key);
            return (known == null ? keep(key, ask(reference, request)) : known).get();
        } finally {
            lock.unlock();
        }
    }

    private synchronized Lock lock(ImageReference reference) {
        return this.locks.size() < MOST ? this.locks.computeIfAbsent(reference, _ -> new ReentrantLock())
                : this.locks.getOrDefault(reference, new ReentrantLock());
    }

    private synchronized @Nullable Answer known(Key key) {
        Answer answer = this.answers.get(key);
        LimitExceededException silence = this.silent.get(key.reference().registry());
        return answer == null && silence != null ? new Answer.Failed(silence) : answer;
    }

    private Answer ask(ImageReference reference, Function<KnownDocuments, KnownBase> request) {
        try {
            return new Answer.Read(request.apply(documents(reference)));
        } catch (InvalidImageException ex) {
            return new Answer.Failed(ex);
        }
    }

    private synchronized KnownDocuments documents(ImageReference reference) {
        return this.documents.computeIfAbsent(reference, _ -> KnownDocuments.keeping(KnownDocuments.Room.usual()));
    }

    private synchronized Answer keep(Key key, Answer answer) {
        if (answer instanceof Answer.Failed(LimitExceededException ex) && ex.limit().equals(Limit.TIME.label())) {
            if (this.silent.size() < MOST) {
                this.silent.put(key.reference().registry(), ex);
            }
        } else if (this.answers.size() < MOST) {
            this.answers.put(key, answer);
        }
        return answer;
    }

    private record Key(ImageReference reference, Platform platform) {}

    /** A base image, or the reason why it is unknown. */
    private sealed interface Answer {

        KnownBase get();

        record Read(KnownBase base) implements Answer {

            @Override
            public KnownBase get() {
                return this.base;
            }
        }

        record Failed(InvalidImageException problem) implements Answer {

            @Override
            public KnownBase get() {
                throw this.problem;
            }
        }
    }
}
