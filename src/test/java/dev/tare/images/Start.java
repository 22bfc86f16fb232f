package dev.tare.images;

import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The figures of one start of a container: the time until it was ready and until its first page, its memory then, and its
 * end.
 */
record Start(Launch launch, long readyMillis, long firstPageMillis, long residentBytes, long peakResidentBytes,
        long endMillis, int exitCode) {

    static Start measure(Flavour flavour, Launch launch, ArchivesVolume volume)
            throws IOException, InterruptedException {
        try (TareContainer container = new TareContainer(flavour, launch, volume)) {
            container.start();
            long firstPage = container.timeToFirstPage().toMillis();
            ProcessStatus process = ProcessStatus.of(container);
            long before = System.nanoTime();
            container.terminate();
            int exitCode = container.awaitEnd();
            return new Start(launch, container.timeToReady().toMillis(), firstPage, process.bytes("VmRSS"),
                    process.bytes("VmHWM"), (System.nanoTime() - before) / 1_000_000, exitCode);
        }
    }

    static long median(List<Start> starts, ToLongFunction<Start> measure) {
        return starts.stream().mapToLong(measure).sorted().skip(starts.size() / 2).findFirst().orElseThrow();
    }

}
