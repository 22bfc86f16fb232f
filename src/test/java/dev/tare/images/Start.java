package dev.tare.images;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The figures of one start of a container: the time until it was ready, its memory then, and its end.
 */
record Start(long readyMillis, long residentBytes, long peakResidentBytes, long endMillis, int exitCode) {

    static Start measure(Flavour flavour) {
        try (TareContainer container = new TareContainer(flavour)) {
            container.start();
            ProcessStatus process = ProcessStatus.of(container);
            long before = System.nanoTime();
            container.terminate();
            int exitCode = container.awaitEnd();
            return new Start(container.timeToReady().toMillis(), process.bytes("VmRSS"), process.bytes("VmHWM"),
                    (System.nanoTime() - before) / 1_000_000, exitCode);
        }
    }

    static long median(List<Start> starts, ToLongFunction<Start> measure) {
        return starts.stream().mapToLong(measure).sorted().skip(starts.size() / 2).findFirst().orElseThrow();
    }

}
