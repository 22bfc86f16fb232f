package dev.tare.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Frequent changes are in a separate small layer, which both flavours share. */
@ExtendWith(Builds.class)
class LayeringIT {

    /** Jib's name for the layer with the jar of the application. */
    private static final String APPLICATION = "extra files";

    private static final Path RECORD = Path.of("target/tare/rebuild.json");

    @Test
    void buildSeparatesDependenciesFromTheApplication(CleanBuild clean) {
        assertThat(clean.images().values()).allSatisfy(image -> assertThat(image.applicationLayers())
                .extracting(BuiltLayer::name)
                .contains("dependencies", APPLICATION));
    }

    @Test
    void flavoursShareEveryApplicationLayer(CleanBuild clean) {
        assertThat(clean.images().get("distroless").applicationLayers())
                .isEqualTo(clean.images().get("slim").applicationLayers());
    }

    @Test
    void changingOneClassChangesExactlyOneLayer(CleanBuild clean) throws Exception {
        clean.build().change("dev/tare/TareApplication.java");
        long start = System.nanoTime();
        Map<String, BuiltImage> changed = clean.build().run();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(changed).allSatisfy((flavour, image) -> assertThat(added(clean.images().get(flavour), image))
                .extracting(BuiltLayer::name)
                .containsExactly(APPLICATION));
        write(clean, changed, time);
    }

    private static List<BuiltLayer> added(BuiltImage before, BuiltImage after) {
        return after.layers().stream().filter(layer -> !before.layers().contains(layer)).toList();
    }

    private static void write(CleanBuild clean, Map<String, BuiltImage> changed, Duration time) throws Exception {
        Map<String, Object> flavours = new TreeMap<>();
        changed.forEach((flavour, image) -> flavours.put(flavour, pushed(clean.images().get(flavour), image)));
        Files.createDirectories(RECORD.getParent());
        JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        json.writeValue(RECORD.toFile(), Map.of("cleanBuildMillis", clean.time().toMillis(), "rebuildMillis",
                time.toMillis(), "flavours", flavours));
    }

    /** A registry that has the image before the change gets the new layer, config and manifest. */
    private static Map<String, Object> pushed(BuiltImage before, BuiltImage after) {
        BuiltLayer layer = added(before, after).getFirst();
        assertThat(after.manifest().digest()).isEqualTo(after.digest());
        long manifestSize = after.manifest().json().length();
        Map<String, Object> sizes = new LinkedHashMap<>();
        sizes.put("layer", layer.name());
        sizes.put("layerBytes", layer.compressedSize());
        sizes.put("configBytes", after.configSize());
        sizes.put("manifestBytes", manifestSize);
        sizes.put("pushedBytes", layer.compressedSize() + after.configSize() + manifestSize);
        sizes.put("imageBytes", after.compressedSize() + after.configSize() + manifestSize);
        return sizes;
    }

}
