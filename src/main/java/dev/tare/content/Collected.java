package dev.tare.content;

import java.util.function.UnaryOperator;

/**
 * A finding and the reader that it belongs to.
 *
 * @param reader id of the reader whose collector made the finding
 */
public record Collected(String reader, Finding finding) {

    /** The same with {@link Finding#masked}. */
    public Collected masked(UnaryOperator<String> masking) {
        return new Collected(this.reader, this.finding.masked(masking));
    }
}
