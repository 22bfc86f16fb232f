package dev.tare.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.github.dockerjava.api.command.InspectImageResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of the running images side by side, and their limits. The figures depend on the machine and the day, so
 * they are recorded and not asserted.
 */
record RuntimeRecord(String engine, long memoryLimitBytes, double cpuLimit, List<RunFlavour> flavours) {

    private static final Path FILE = Path.of("target", "tare", "runtime.json");

    static RuntimeRecord of(Map<Flavour, List<Start>> starts) {
        String engine = Engine.client().versionCmd().exec().getVersion();
        List<RunFlavour> flavours = new TreeMap<>(starts).entrySet()
                .stream()
                .map((entry) -> RunFlavour.of(entry.getKey(), entry.getValue()))
                .toList();
        return new RuntimeRecord(engine, Confinement.memoryBytes(), Confinement.cpus(), flavours);
    }

    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.write(FILE,
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsBytes(this));
    }

    /**
     * @param engineSizeBytes the size of the image in the engine
     */
    record RunFlavour(String flavour, @Nullable String base, String java, @Nullable Long engineSizeBytes,
            long medianReadyMillis, long medianResidentBytes, long medianEndMillis, List<Start> starts) {

        static RunFlavour of(Flavour flavour, List<Start> starts) {
            LoadedImage image = LoadedImage.of(flavour);
            InspectImageResponse inspected = image.inspect();
            return new RunFlavour(flavour.toString(), base(inspected), java(image), inspected.getSize(),
                    Start.median(starts, Start::readyMillis), Start.median(starts, Start::residentBytes),
                    Start.median(starts, Start::endMillis), starts);
        }

        private static @Nullable String base(InspectImageResponse image) {
            Map<String, String> labels = image.getConfig().getLabels();
            return (labels != null) ? labels.get("org.opencontainers.image.base.name") : null;
        }

        private static String java(LoadedImage image) {
            return image.javaVersion()
                    .output()
                    .lines()
                    .filter((line) -> line.contains("Runtime"))
                    .findFirst()
                    .orElse("");
        }

    }

}
