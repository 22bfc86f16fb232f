package dev.tare.catalog;

import java.util.List;

import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.inspection.Inspection;

/**
 * Lets requests reserve heap before they build a report. A report that needs more than the share of all reports takes
 * the turn of a request that inspects images, whose share is larger.
 */
public class ReportQueue {

    /** The unit of the queue, in bytes. */
    private static final long UNIT = 1 << 16;

    /** Heap for a path of an image while a report is built: its entry, and a change of it. */
    private static final long BYTES_PER_PATH = 450;

    private final RequestQueue inspections;

    private final int units;

    private final RequestQueue reports;

    /** @param share heap for all reports that are being built, in bytes */
    ReportQueue(RequestQueue inspections, QueueProperties properties, long share) {
        this.inspections = inspections;
        this.units = Math.toIntExact(Math.max(1, share / UNIT));
        this.reports = RequestQueue.ofReports(properties, this.units);
    }

    /** The estimated heap in bytes to build a report or a view of images. */
    public static long heapFor(List<Inspection> images) {
        return images.stream().mapToLong(image -> image.heapSize() + BYTES_PER_PATH * image.files().size()).sum();
    }

    /**
     * Waits until this much heap is free. Close the turn at its end.
     *
     * @param client that needs the report
     * @param bytes  needed to build a report, estimated
     * @throws TooBusyException if too many requests wait, or the heap does not become free in time
     */
    public Turn take(String client, long bytes) {
        long needed = 1 + bytes / UNIT;
        Turn turn = needed > this.units ? this.inspections.enter(client)
                : this.reports.enter(client, (int) needed);
        try {
            turn.resume();
            return turn;
        } catch (TooBusyException ex) {
            turn.close();
            throw ex;
        }
    }
}
