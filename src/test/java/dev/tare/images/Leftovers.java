package dev.tare.images;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.SyncDockerCmd;
import com.github.dockerjava.api.exception.DockerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the containers and images of killed tests from the engine. It finds containers by their label, and images by
 * their repository. Both must be old enough not to belong to a current run.
 */
record Leftovers(DockerClient client) {

    /**
     * The label of every container of the tests.
     */
    static final Map<String, String> LABELS = Map.of("dev.tare.under-test", "true");

    private static final String REPOSITORY = "tare-under-test";

    private static final Pattern REFERENCE = Pattern.compile(REPOSITORY + ":\\w+-(\\d+)-.+");

    private static final Duration AGE = Duration.ofHours(2);

    private static final Logger logger = LoggerFactory.getLogger(Leftovers.class);

    /**
     * A unique image reference that contains the time of its creation.
     */
    static String reference(Object image) {
        return "%s:%s-%d-%s".formatted(REPOSITORY, image, Instant.now().getEpochSecond(), UUID.randomUUID());
    }

    void remove() {
        this.client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(LABELS)
                .exec()
                .stream()
                .filter((container) -> isOld(container.getCreated()))
                .map((container) -> this.client.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true))
                .forEach(Leftovers::attempt);
        this.client.listImagesCmd()
                .withReferenceFilter(REPOSITORY)
                .exec()
                .stream()
                .flatMap((image) -> Stream.of(image.getRepoTags()))
                .filter(Leftovers::isOld)
                .map(this.client::removeImageCmd)
                .forEach(Leftovers::attempt);
    }

    private static boolean isOld(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches() && isOld(Long.parseLong(matcher.group(1)));
    }

    private static boolean isOld(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).isBefore(Instant.now().minus(AGE));
    }

    private static void attempt(SyncDockerCmd<?> removal) {
        try {
            removal.exec();
        } catch (DockerException ex) {
            logger.info("A leftover of an earlier run stays in the engine: {}", ex.getMessage());
        }
    }

}
