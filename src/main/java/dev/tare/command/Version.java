package dev.tare.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

import dev.tare.command.terminal.StandardOutput;

/** The version of Tare. Without picocli, whose start takes longer than the answer. */
public final class Version {

    private static final List<String> REQUEST = List.of("--version");

    /** The commit that an image was built from; set in container images. */
    private static final String REVISION = "TARE_REVISION";

    private Version() {}

    /** Whether these arguments of the program ask for nothing but its version. */
    public static boolean isAllThatIsWanted(String... arguments) {
        return List.of(arguments).equals(REQUEST);
    }

    /**
     * Prints the version to standard output.
     *
     * @return the exit status
     */
    public static int print() {
        PrintWriter out = StandardOutput.open();
        lines().forEach(out::println);
        if (out.checkError()) {
            System.err.println("tare: " + StandardOutput.UNWRITABLE);
            return TareCommand.ERROR;
        }
        return 0;
    }

    /** The versions of Tare and of the Java that runs it. */
    static List<String> lines() {
        return List.of(build(), "Java " + Runtime.version() + " of " + System.getProperty("java.vendor"));
    }

    /** The version of Tare, and the commit that an image was built from. */
    static String build() {
        String revision = System.getenv(REVISION);
        return "Tare " + version() + (revision == null ? "" : " (" + revision + ")");
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream content = Version.class.getResourceAsStream("application.properties")) {
            if (content != null) {
                properties.load(content);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return properties.getProperty("version", "of an unknown version");
    }
}
