package dev.tare.policy.file;

/**
 * A problem in a file of requirements.
 *
 * @param line    from 1
 * @param column  from 1
 * @param message a clause
 */
public record FileProblem(int line, int column, String message) {

    FileProblem(YamlValue.Place place, String message) {
        this(place.line(), place.column(), message);
    }

    /** Such as {@code 4:7: unknown name "totl"}. */
    @Override
    public String toString() {
        return this.line + ":" + this.column + ": " + this.message;
    }
}
