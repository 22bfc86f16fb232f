package dev.tare.report.published;

import dev.tare.report.document.Line;
import dev.tare.report.document.Value;

/** States the cost of a listing. */
final class Requests {

    private Requests() {}

    static Line line(long requests, long receivedBytes) {
        return line(requests, receivedBytes, " received.");
    }

    /** Without the requests for the layers of the image. */
    static Line ofDocument(long requests, long receivedBytes) {
        return line(requests, receivedBytes, " received for the list of referrers and the document.");
    }

    private static Line line(long requests, long receivedBytes, String end) {
        return Line.of(Line.count(requests, "request", "requests"), ", ", new Value.Size(receivedBytes, false), end);
    }
}
