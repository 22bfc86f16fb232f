package dev.tare.content.reader;

import java.util.List;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;

/**
 * Reads one subject from the content of an image's files. It has no state.
 *
 * @param <T> the resulting facts
 */
public interface ContentReader<T> {

    /** A short, unique name. Findings are stored under it. */
    String id();

    /** The collectors for the pass over the layers of one image. */
    List<Collector> collectors(Limits limits, Deadline deadline);

    /**
     * The types of its collectors' findings, besides {@link dev.tare.content.NotRead}. A finding of another type cannot be
     * stored. They are records of the types that {@link dev.tare.codec.Codecs} knows.
     */
    List<Class<? extends Finding>> findings();

    /** Turns the findings of its collectors in visible files into facts. */
    T read(VisibleFindings findings);
}
