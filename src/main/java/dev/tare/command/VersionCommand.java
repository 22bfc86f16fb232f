package dev.tare.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare version}. */
@Command(name = "version", description = "Print the version of Tare and of the Java that runs it.",
        footer = "  tare version")
final class VersionCommand implements Callable<Integer>, IVersionProvider {

    /** The commit that an image was built from; set in container images. */
    private static final String REVISION = "TARE_REVISION";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        lines().forEach(TareCommand.terminal(this.spec)::println);
        TareCommand.terminal(this.spec).flush();
        return 0;
    }

    @Override
    public String[] getVersion() {
        return lines().toArray(String[]::new);
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
        try (InputStream content = VersionCommand.class.getResourceAsStream("application.properties")) {
            if (content != null) {
                properties.load(content);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return properties.getProperty("version", "of an unknown version");
    }
}
