package dev.tare.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.TareCommand.Service;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code tare serve}. */
@Command(name = "serve", description = { "Start the web page and the API. \"tare\" without a command does the same.",
        "Every setting can be passed as --PROPERTY=VALUE, also those of Spring Boot." },
        footer = { "  tare serve", "  tare serve before.tar after.tar --port 8090",
                "  tare serve --tare.upload.max-archives=4" })
final class ServeCommand implements Callable<Integer> {

    private final Service service;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "IMAGE",
            description = "Images to compare when the service starts, or one to show, as PATH, PATH#NAME, the name of an image "
                    + "in a registry, or docker:// or podman:// and the name of an image in an engine.")
    private List<ImageArgument> images = List.of();

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on (default: 8080).")
    private @Nullable Integer port;

    @Unmatched
    private List<String> properties = new ArrayList<>();

    ServeCommand(Service service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        check();
        List<String> arguments = new ArrayList<>(this.properties);
        if (this.port != null) {
            arguments.add("--server.port=" + this.port);
        }
        // Each path has its own index, because Spring splits a list in one property at commas, which a path may
        // contain.
        for (int i = 0; i < this.images.size(); i++) {
            arguments.add("--tare.images[" + i + "]=" + this.images.get(i).text());
        }
        return this.service.start(arguments);
    }

    private void check() {
        if (this.port != null && (this.port < 0 || this.port > 0xffff)) {
            throw invalid("Not a port: " + this.port + ". Expected 0 to 65535");
        }
        this.properties.stream().filter(argument -> !argument.startsWith("--")).findFirst().ifPresent(argument -> {
            throw invalid("Unknown option: '" + argument + "'");
        });
        this.images.forEach(ServeCommand::check);
    }

    private static void check(ImageArgument image) {
        if (image.isReadOnce()) {
            throw new CommandException(List.of("The service does not read standard input. Give each image as a path."),
                    List.of());
        }
        try {
            image.check();
        } catch (IOException ex) {
            throw new CommandException(Problem.with(image.text(), ex), ex);
        }
    }

    private ParameterException invalid(String message) {
        return new ParameterException(TareCommand.commandLine(this.spec), message);
    }
}
