package dev.tare.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import dev.tare.command.terminal.CommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.util.stream.Collectors.joining;

/** {@code tare licenses}. */
@Command(name = "licenses", description = "List the libraries in Tare with their licenses.",
        footer = { "  tare licenses", "  tare licenses --text" })
final class LicensesCommand implements Callable<Integer> {

    /** A CycloneDX bill of materials, which the build writes when it packages Tare. */
    private static final String LIBRARIES = "/META-INF/sbom/application.cdx.json";

    /** The parts that are no libraries, and the authors of libraries whose jars do not name them. */
    private static final String NOTICE = "/META-INF/NOTICE";

    private static final List<String> TEXTS = List.of("/META-INF/licenses/Apache-2.0.txt",
            "/META-INF/licenses/BSD-2-Clause.txt", "/META-INF/licenses/BSD-3-Clause.txt",
            "/META-INF/licenses/EPL-2.0.txt", "/META-INF/licenses/MIT.txt", "/fonts/chart-LICENSE.txt");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--text", description = "Print the texts of the licenses, too.")
    private boolean text;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = TareCommand.terminal(this.spec);
        libraries(JsonMapper.shared().readTree(read(LIBRARIES))).forEach(terminal::println);
        terminal.println();
        terminal.print(read(NOTICE));
        if (this.text) {
            for (String path : TEXTS) {
                terminal.println();
                terminal.println("---- " + path.substring(path.lastIndexOf('/') + 1));
                terminal.println();
                terminal.print(read(path));
            }
        }
        return 0;
    }

    /** A line for each library of a bill of materials. */
    static Set<String> libraries(JsonNode materials) {
        Set<String> libraries = new TreeSet<>();
        for (JsonNode library : materials.path("components")) {
            libraries.add("%s:%s:%s  %s".formatted(library.path("group").asString(), library.path("name").asString(),
                    library.path("version").asString(), licenses(library)));
        }
        return libraries;
    }

    /** A list does not state whether all its licenses apply or one of them. An expression does. */
    private static String licenses(JsonNode library) {
        String licenses = library.path("licenses").valueStream().map(LicensesCommand::license).collect(joining(", "));
        return licenses.isEmpty() ? "unknown" : licenses;
    }

    /** The SPDX identifier, or the name of a license that has none. */
    private static String license(JsonNode license) {
        JsonNode stated = license.path("license");
        return stated.path("id").asString(stated.path("name").asString(license.path("expression").asString("unknown")));
    }

    private static String read(String path) throws IOException {
        try (InputStream resource = LicensesCommand.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new CommandException(
                        List.of("this build of Tare has no " + path + "; package Tare with Maven to create it"),
                        List.of());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
