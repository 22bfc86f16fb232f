package dev.tare.content;

/**
 * Something that is in the image and could not be read, so that what it holds is unknown and not absent.
 *
 * @param subject what is unknown for it
 * @param path    of the file, without a leading slash
 * @param because a sentence for people
 * @param layer   index of the layer that brought it
 */
public record Unread(Subject subject, String path, String because, int layer) {

    /** What is unknown. */
    public enum Subject {

        /** Which packages of the operating system are installed. */
        OS_PACKAGES,

        /** Which package of the operating system some files came with. */
        FILE_OWNERS,

        /** Which package of a language this is. */
        LANGUAGE_PACKAGE,

        /** Which library a jar is, or which are in it. */
        JAR,

        /** Which Java runtime this is. */
        JAVA_RUNTIME
    }
}
