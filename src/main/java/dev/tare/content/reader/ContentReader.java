package dev.tare.content.reader;

import java.util.List;

import dev.tare.content.Collector;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;

/**
 * Reads one subject from the content of an image's files. It keeps no state.
 *
 * @param <T> the facts that it reads
 */
public interface ContentReader<T> {

    /** A short name that no other reader has; findings are kept under it. */
    String id();

    /** The collectors for the pass over the layers of one image. */
    List<Collector> collectors(Limits limits, Deadline deadline);

    /** Makes facts of its collectors' findings in the files that a container sees. */
    T read(VisibleFindings findings);
}
