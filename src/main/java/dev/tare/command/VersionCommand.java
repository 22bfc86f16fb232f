package dev.tare.command;

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

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Version.lines().forEach(TareCommand.terminal(this.spec)::println);
        TareCommand.terminal(this.spec).flush();
        return 0;
    }

    @Override
    public String[] getVersion() {
        return Version.lines().toArray(String[]::new);
    }
}
