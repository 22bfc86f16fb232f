package dev.tare.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import dev.tare.image.Descriptor;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * A repository with copies in mirrors. Each request goes to the first place that answers it. Later requests do not ask the
 * places before it. The registry itself is the last place, and its error counts.
 */
final class MirroredRepository implements Repository {

    private final List<RegistryClient> places;

    private final RegistriesSettings settings;

    /** Where to begin. */
    private final AtomicInteger first = new AtomicInteger();

    /** @param settings explain the failures of mirrors */
    MirroredRepository(List<RegistryClient> places, RegistriesSettings settings) {
        this.places = List.copyOf(places);
        this.settings = settings;
    }

    @Override
    public StoredManifest manifest(String version) {
        return firstAnswer(place -> place.manifest(version));
    }

    @Override
    public byte[] part(Descriptor blob, long offset, int length) {
        return firstAnswer(place -> place.part(blob, offset, length));
    }

    /** A mirror may have the image without the documents beside it, so its answer that it has none does not count. */
    @Override
    public @Nullable StoredManifest find(String version) {
        return firstThatHas(place -> place.find(version));
    }

    @Override
    public @Nullable ReferrersPage referrers(String request) {
        return firstThatHas(place -> place.referrers(request));
    }

    private <T> @Nullable T firstThatHas(Function<RegistryClient, @Nullable T> request) {
        InvalidImageException failure = null;
        for (int place = this.first.get();; place++) {
            try {
                T answer = request.apply(this.places.get(place));
                if (answer != null || place == this.places.size() - 1) {
                    return answer;
                }
            } catch (InvalidImageException ex) {
                failure = next(place, ex, failure);
            }
        }
    }

    @Override
    public InputStream blob(Descriptor blob) {
        return new MirroredBlob(blob);
    }

    @Override
    public void close() {
        this.places.forEach(RegistryClient::close);
    }

    private <T> T firstAnswer(Function<RegistryClient, T> request) {
        InvalidImageException failure = null;
        for (int place = this.first.get();; place++) {
            try {
                T answer = request.apply(this.places.get(place));
                startAt(place);
                return answer;
            } catch (InvalidImageException ex) {
                failure = next(place, ex, failure);
            }
        }
    }

    private void startAt(int place) {
        this.first.accumulateAndGet(place, Math::max);
    }

    /** The failure to keep, unless it is final. */
    private InvalidImageException next(int place, InvalidImageException failure,
            @Nullable InvalidImageException before) {
        if (before != null) {
            failure.addSuppressed(before);
        }
        if (place == this.places.size() - 1 && failure instanceof RegistryException last) {
            throw this.settings.afterMirrors(last);
        }
        if (place == this.places.size() - 1 || failure instanceof LimitExceededException) {
            throw failure;
        }
        return failure;
    }

    /** Continues at the next place if one stops in the middle. */
    private final class MirroredBlob extends InputStream {

        private final Descriptor blob;

        private int place = MirroredRepository.this.first.get();

        private @Nullable InputStream open;

        /** That of the place before. */
        private @Nullable InvalidImageException failure;

        private @Nullable InvalidImageException finalFailure;

        private boolean closed;

        private long position;

        MirroredBlob(Descriptor blob) {
            this.blob = blob;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (this.closed) {
                throw new IOException("the blob is closed");
            }
            if (this.finalFailure != null) {
                throw this.finalFailure;
            }
            try {
                return readOrContinue(bytes, offset, length);
            } catch (InvalidImageException ex) {
                this.finalFailure = ex;
                throw ex;
            }
        }

        @Override
        public void close() throws IOException {
            this.closed = true;
            closeContent();
        }

        private int readOrContinue(byte[] bytes, int offset, int length) throws IOException {
            while (true) {
                try {
                    int count = content().read(bytes, offset, length);
                    this.position += Math.max(0, count);
                    if (this.failure != null) {
                        startAt(this.place);
                    }
                    return count;
                } catch (InvalidImageException ex) {
                    this.failure = next(this.place, ex, this.failure);
                    closeContent();
                    this.place++;
                }
            }
        }

        private void closeContent() throws IOException {
            InputStream content = this.open;
            this.open = null;
            if (content != null) {
                content.close();
            }
        }

        private InputStream content() throws IOException {
            InputStream content = this.open;
            if (content == null) {
                content = MirroredRepository.this.places.get(this.place).blob(this.blob);
                this.open = content;
                content.skipNBytes(this.position);
            }
            return content;
        }
    }
}
