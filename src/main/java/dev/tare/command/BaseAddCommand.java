package dev.tare.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import dev.tare.command.image.BaseOptions;
import dev.tare.command.output.OutputFile;
import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.image.Digest;
import dev.tare.image.InvalidBasesException;
import dev.tare.image.InvalidValueException;
import dev.tare.image.KnownBase;
import dev.tare.inspection.base.BasesFile;
import dev.tare.report.document.VisibleText;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tare base add}. */
@Command(name = "add",
        description = "Add a base image to the file of known base images. An entry with the same name and platform is "
                + "replaced.",
        footer = { "  tare base add eclipse-temurin:25-jre --platform all",
                "  tare base add base.tar --name registry.example.com/java:25",
                "  tare base add base.tar --bases company.json" })
final class BaseAddCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SingleImage image = new SingleImage();

    @Option(names = "--bases", paramLabel = "FILE", defaultValue = "bases.json",
            description = "JSON file of known base images. A missing file is created "
                    + "(default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("bases.json");

    @Option(names = "--name", paramLabel = "NAME",
            description = "Name of the base image (default: the tag in the archive, or the name in the registry).")
    private @Nullable String name;

    @Option(names = "--digest", paramLabel = "DIGEST",
            description = "Digest of the base image in its registry, such as sha256:… "
                    + "(default: the digest of its manifest, if the source has one).")
    private @Nullable String digest;

    @Override
    public Integer call() {
        OutputFile.check(this.file, List.of(this.image.argument()));
        if (this.name != null && this.name.isBlank()) {
            throw invalid("The name of a base image must not be blank");
        }
        if (this.digest != null && this.image.allPlatforms()) {
            throw invalid("Each platform has its own digest, so --digest does not go with --platform all");
        }
        List<KnownBase> bases = this.image.readBases().stream().map(this::named).toList();
        List<KnownBase> known = Files.exists(this.file) ? BaseOptions.listed(this.file) : List.of();
        List<String> done = new ArrayList<>();
        for (KnownBase base : bases) {
            int before = known.size();
            known = BasesFile.with(known, base);
            done.add(Redaction.text(this.file.toString()) + ": " + (known.size() > before ? "added " : "replaced ")
                    + base.name() + (bases.size() > 1 ? " (" + base.platform() + ")" : "") + " with "
                    + base.diffIds().size() + (base.diffIds().size() == 1 ? " layer" : " layers"));
        }
        byte[] content = BasesFile.write(known).getBytes(StandardCharsets.UTF_8);
        check(content);
        OutputFile.write(this.file, out -> out.write(content));
        done.forEach(line -> TareCommand.terminal(this.spec).println(VisibleText.of(line)));
        return 0;
    }

    private KnownBase named(KnownBase read) {
        return new KnownBase(this.name == null ? read.name() : Redaction.text(this.name),
                this.digest == null ? read.digest() : digest(this.digest), read.id(), read.platform(), read.diffIds());
    }

    /** The name in the archive may be too long, or the file may get too large to read it again. */
    private void check(byte[] content) {
        try {
            KnownBase.parse(this.file.toString(), content);
        } catch (InvalidBasesException ex) {
            throw new CommandException(Problem.with(this.file.toString(), ex), ex);
        }
    }

    private Digest digest(String text) {
        try {
            return Digest.parse(text);
        } catch (InvalidValueException ex) {
            throw invalid(ex.message(Redaction::text));
        }
    }

    private ParameterException invalid(String message) {
        return new ParameterException(TareCommand.commandLine(this.spec), message);
    }
}
