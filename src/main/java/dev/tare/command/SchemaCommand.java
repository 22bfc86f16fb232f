package dev.tare.command;

import java.util.concurrent.Callable;

import dev.tare.report.json.ReportSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare schema}. */
@Command(name = "schema", description = "Print the JSON Schema of the reports that --format json writes.",
        footer = "  tare schema > report.schema.json")
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        TareCommand.terminal(this.spec).print(ReportSchema.read());
        return 0;
    }
}
