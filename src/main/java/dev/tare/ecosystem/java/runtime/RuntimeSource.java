package dev.tare.ecosystem.java.runtime;

/** The files of a Java runtime that state its version, the most detailed first. */
public enum RuntimeSource {

    /** The {@code release} file, which most builds have since Java 7. */
    RELEASE("release"),

    /** The image of all modules since Java 9, with the class that knows the version. */
    MODULES("lib/modules"),

    /** The jar of all classes before Java 9, with its manifest. */
    RT_JAR("lib/rt.jar"),

    /** The command {@code java}. */
    LAUNCHER("bin/java"),

    /** {@code version.txt}, which only Amazon Corretto has. */
    CORRETTO("version.txt");

    private final String file;

    RuntimeSource(String file) {
        this.file = file;
    }

    /** The path of the file in the runtime's folder. */
    public String file() {
        return this.file;
    }
}
