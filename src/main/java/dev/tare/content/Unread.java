package dev.tare.content;

/**
 * A file of the image that could not be read, so that its content is unknown and not absent.
 *
 * @param subject the facts that are unknown
 * @param path    of the file, without a leading slash
 * @param because a sentence
 * @param layer   index of the layer of the file
 */
public record Unread(Subject subject, String path, String because, int layer) {

    /** The facts that are unknown. */
    public enum Subject {

        /** The installed packages of the operating system. */
        OS_PACKAGES("OS packages"),

        /** The dependencies between installed packages of the operating system. */
        DEPENDENCIES("dependencies of OS packages"),

        /** The operating system packages that own some files. */
        FILE_OWNERS("owners of files"),

        /** The package of a language. */
        LANGUAGE_PACKAGE("language packages"),

        /** The library of a jar, or the libraries in it. */
        JAR("jars"),

        /** The Java runtime. */
        JAVA_RUNTIME("Java runtimes");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        /** For people, in the plural. */
        public String title() {
            return this.title;
        }
    }
}
