package dev.tare.report.published;

import dev.tare.report.document.Line;
import dev.tare.report.document.Value;

/** States the cost of a listing. */
final class Requests {

    private Requests() {}

    static Line line(long requests, long receivedBytes) {
        return Line.of(Line.count(requests, "request", "requests"), ", ", new Value.Size(receivedBytes, false),
                " received.");
    }
}
