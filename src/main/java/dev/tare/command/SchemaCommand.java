package dev.tare.command;

import java.util.concurrent.Callable;

import dev.tare.inspection.base.BasesFile;
import dev.tare.policy.file.PolicyFile;
import dev.tare.report.json.ReportSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tare schema}. */
@Command(name = "schema", description = "Print the JSON Schema of a document.",
        footer = { "  tare schema > report.schema.json", "  tare schema bases > bases.schema.json" })
final class SchemaCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DOCUMENT", defaultValue = "report",
            description = "Document: report (--format json), platforms (--format json --platform all), sizes "
                    + "(\"tare sizes --format json\"), why (\"tare why --format json\"), base-check (\"tare base check --format json\"), bases "
                    + "(--bases) or config (--config) (default: ${DEFAULT-VALUE}).")
    private String document = "report";

    @Override
    public Integer call() {
        TareCommand.terminal(this.spec).print(switch (this.document) {
            case "report" -> ReportSchema.read();
            case "platforms" -> ReportSchema.ofPlatforms();
            case "sizes" -> ReportSchema.ofSizes();
            case "bases" -> BasesFile.schema();
            case "config" -> PolicyFile.schema();
            case "why" -> ReportSchema.ofReasons();
            case "base-check" -> ReportSchema.ofBaseCheck();
            default -> throw new ParameterException(TareCommand.commandLine(this.spec),
                    "Not a document with a schema: \"" + this.document
                            + "\". Expected report, platforms, sizes, why, base-check, bases or config");
        });
        return 0;
    }
}
