package dev.tare.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.http.HttpAnswer;
import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.registry.ImageReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The images of one engine, for one thread. An image is given by a name, by its ID, or by a unique beginning of its ID.
 * Every method throws {@link EngineException} if the engine does not answer, or answers with an error.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
public final class Engine {

    /** The names of an image that the list keeps. */
    private static final int MAX_NAMES = 1_000;

    private static final int NOT_FOUND = 404;

    private final EngineRequests requests;

    Engine(EngineRequests requests) {
        this.requests = requests;
    }

    /** Whether the engine has an image. It does not read the description of the image. */
    public boolean has(String image) {
        try (HttpAnswer answer = inspect(image, "")) {
            return answer.status() != NOT_FOUND;
        }
    }

    /**
     * Finds an image.
     *
     * @throws EngineException also if the engine does not have the image
     */
    public FoundImage find(String image) {
        FoundImage found = findOrNull(image, "");
        if (found == null) {
            throw this.requests.noImage(image);
        }
        return found;
    }

    /**
     * Lists the platforms that the engine can save. Before version 1.48 of the API, and in most stores of engines, an
     * image has exactly one.
     *
     * @throws EngineException also if the engine does not have the image
     */
    public List<Platform> platforms(String image) {
        FoundImage found = savesPlatforms() ? findOrNull(image, "?manifests=1") : find(image);
        if (found == null) {
            throw this.requests.noImage(image);
        }
        return found.platforms();
    }

    /** Whether the engine can save one platform of an image with several: since version 1.48 of the API. */
    public boolean savesPlatforms() {
        return this.requests.version().compareTo(ApiVersion.NEWEST) >= 0;
    }

    /**
     * Streams an image as {@code docker save} does. The engine may prepare the whole archive before it sends the first
     * byte. The caller closes the stream, which ends the request.
     *
     * @param image    a name or an ID; by a name without a tag, an engine saves all tags of the repository
     * @param platform the only platform to save if the engine {@link #savesPlatforms}, or {@code null} for all
     * @throws EngineException also if the engine does not have the image for this platform, and later from the stream
     */
    public InputStream save(String image, @Nullable Platform platform) {
        String query = platform == null || !savesPlatforms() ? ""
                : "?platform=" + URLEncoder.encode(EngineJson.write(members(platform)), StandardCharsets.UTF_8);
        String request = "the archive of \"" + image + "\"";
        HttpAnswer answer = this.requests.getAfterWork("/images/" + image + "/get" + query, request);
        try {
            this.requests.requireSuccess(answer, request);
        } catch (RuntimeException ex) {
            answer.close();
            throw ex;
        }
        return new SavedImage(answer, request);
    }

    /**
     * The images of the engine, usually the newest first, with their sizes. They are for completion and for forms. A tag
     * that is no reference is left out, and so is an image without a valid ID.
     *
     * @param max the largest number of images; ask for one more than you show to see whether there are more
     */
    public List<EngineImage> images(int max) {
        String request = "the list of images";
        try (HttpAnswer answer = this.requests.get("/images/json", request)) {
            this.requests.requireSuccess(answer, request);
            List<EngineImage> images = new ArrayList<>();
            boolean isArray = EngineJson.readArray(answer.body(),
                    image -> add(image, images) && images.size() < max);
            if (!isArray) {
                throw this.requests.invalid(request);
            }
            return images;
        } catch (IOException ex) {
            throw this.requests.interrupted(request, ex);
        }
    }

    private @Nullable FoundImage findOrNull(String image, String query) {
        String request = request(image);
        try (HttpAnswer answer = inspect(image, query)) {
            if (answer.status() == NOT_FOUND) {
                return null;
            }
            JsonNode document = this.requests.document(answer, request);
            FoundImage found = FoundImage.parse(image, document);
            if (found == null) {
                throw this.requests.invalid(request);
            }
            return found;
        }
    }

    /** Requests the description of an image. The status is 200, or 404 if the engine does not have the image. */
    private HttpAnswer inspect(String image, String query) {
        String request = request(image);
        HttpAnswer answer = this.requests.get("/images/" + image + "/json" + query, request);
        try {
            if (answer.status() != NOT_FOUND) {
                this.requests.requireSuccess(answer, request);
            }
            return answer;
        } catch (RuntimeException ex) {
            answer.close();
            throw ex;
        }
    }

    private static String request(String image) {
        return "the image \"" + image + "\"";
    }

    private static Map<String, String> members(Platform platform) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("os", platform.os());
        members.put("architecture", platform.architecture());
        if (platform.variant() != null) {
            members.put("variant", platform.variant());
        }
        return members;
    }

    private static boolean add(JsonNode image, List<EngineImage> images) {
        String id = EngineJson.text(image, "Id");
        if (id == null || !FoundImage.isId(id)) {
            return true;
        }
        List<String> names = image.path("RepoTags")
                .valueStream()
                .map(name -> name.asString(""))
                .filter(Engine::isReference)
                .limit(MAX_NAMES)
                .toList();
        return images.add(new EngineImage(id, names, Math.max(0, image.path("Size").asLong(0)),
                Instant.ofEpochSecond(Math.clamp(image.path("Created").asLong(0), Instant.MIN.getEpochSecond(),
                        Instant.MAX.getEpochSecond()))));
    }

    /** An image without a tag has the name {@code <none>:<none>}, which is no reference. */
    private static boolean isReference(String name) {
        try {
            ImageReference.parse(name);
            return true;
        } catch (InvalidValueException ex) {
            return false;
        }
    }

    /** The archive while it arrives. Closing it early closes the connection. */
    private final class SavedImage extends InputStream {

        private final HttpAnswer answer;

        private final String request;

        SavedImage(HttpAnswer answer, String request) {
            this.answer = answer;
            this.request = request;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            try {
                return this.answer.body().read(bytes, offset, length);
            } catch (IOException ex) {
                throw Engine.this.requests.interrupted(this.request, ex);
            }
        }

        @Override
        public void close() {
            this.answer.close();
        }
    }
}
