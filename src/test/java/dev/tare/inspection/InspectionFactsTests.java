package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.fixture.ImageBuilder;
import dev.tare.limits.Limits;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class InspectionFactsTests {

    private static final Map<String, @Nullable Object> EVERYTHING = facts(everything());

    private static final Map<String, @Nullable Object> NOTHING = facts(ImageBuilder.anImage("app:1"));

    @Test
    void factsOfTheSameImageAreEqual() {
        assertThat(facts(everything())).isEqualTo(EVERYTHING);
    }

    @ParameterizedTest
    @MethodSource("components")
    void compareCoversEveryComponent(String component) {
        assertThat(EVERYTHING).containsKey(component);
        assertThat(EVERYTHING.get(component)).isNotEqualTo(NOTHING.get(component));
    }

    /** Only an image in a registry has referrers. */
    static Stream<String> components() {
        return InspectionFacts.names().filter(component -> !component.equals("referrers"));
    }

    private static ImageBuilder everything() {
        return EverythingImage.drawnOn(ImageBuilder.anImage("app:1"));
    }

    private static Map<String, @Nullable Object> facts(ImageBuilder image) {
        return InspectionFacts.of(new Inspector(Limits.DEFAULTS).inspect(ArchiveSources.stream("app.tar",
                new ByteArrayInputStream(image.asDockerArchive()), ImageSelection.ONLY, Limits.DEFAULTS)));
    }
}
