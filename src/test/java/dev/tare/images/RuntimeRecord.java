package dev.tare.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    static RuntimeRecord of(Map<Flavour, List<Start>> starts) throws IOException {
        String engine = Engine.client().versionCmd().exec().getVersion();
        List<RunFlavour> flavours = new ArrayList<>();
        for (Flavour flavour : Flavour.values()) {
            flavours.add(RunFlavour.of(flavour, starts.get(flavour)));
        }
        return new RuntimeRecord(engine, Confinement.memoryBytes(), Confinement.cpus(), flavours);
    }

    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.write(FILE,
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsBytes(this));
    }

    /**
     * @param engineSizeBytes the size of the image in the engine
     * @param cacheBytes      the size of the AOT cache, or 0 without one
     */
    record RunFlavour(String flavour, @Nullable String base, String java, @Nullable Long engineSizeBytes,
            long cacheBytes, Map<Launch, RunLaunch> launches) {

        static RunFlavour of(Flavour flavour, List<Start> starts) throws IOException {
            LoadedImage image = LoadedImage.of(flavour);
            InspectImageResponse inspected = image.inspect();
            return new RunFlavour(flavour.toString(), base(inspected), java(image), inspected.getSize(),
                    flavour.archive().file("app/tare.aot").map((cache) -> (long) cache.length).orElse(0L),
                    starts.stream()
                            .collect(Collectors.groupingBy(Start::launch, TreeMap::new,
                                    Collectors.collectingAndThen(Collectors.toList(), RunLaunch::of))));
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

    /**
     * The medians of one way to start.
     */
    record RunLaunch(long medianReadyMillis, long medianFirstPageMillis, long medianResidentBytes, long medianEndMillis,
            List<Start> starts) {

        static RunLaunch of(List<Start> starts) {
            return new RunLaunch(Start.median(starts, Start::readyMillis), Start.median(starts, Start::firstPageMillis),
                    Start.median(starts, Start::residentBytes), Start.median(starts, Start::endMillis), starts);
        }

    }

}
