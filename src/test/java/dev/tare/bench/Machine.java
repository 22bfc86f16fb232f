package dev.tare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine of a measurement. */
public final class Machine {

    private Machine() {}

    /** A sentence about the figures and the machine. */
    public static String describe(int rounds) throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String processor = Files.exists(cpus) ? Files.readString(cpus) : "";
        String model = processor.replaceAll("(?s).*?model name\\s*: ([^\n]*).*", "$1");
        return String.format(Locale.ROOT, "Medians of %d rounds on %d processors%s, Java %s, %s.", rounds,
                Runtime.getRuntime().availableProcessors(), model.isBlank() ? "" : " (" + model + ")",
                Runtime.version(), System.getProperty("os.name"));
    }
}
