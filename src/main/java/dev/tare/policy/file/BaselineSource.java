package dev.tare.policy.file;

/** The image over which a file of requirements limits the growth of others. */
public sealed interface BaselineSource {

    /**
     * An image that is read for this purpose.
     *
     * @param text in the forms that the command takes
     */
    record OtherImage(String text) implements BaselineSource {}

    /**
     * The JSON report of an earlier run.
     *
     * @param path relative to the current folder
     */
    record Report(String path) implements BaselineSource {}

    /**
     * An image of the comparison.
     *
     * @param position from 1
     */
    record Position(int position) implements BaselineSource {}
}
