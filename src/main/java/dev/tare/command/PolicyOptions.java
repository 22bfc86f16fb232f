package dev.tare.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.command.terminal.CommandException;
import dev.tare.command.terminal.Problem;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Budgets, checks that affect the exit status, and waivers. */
final class PolicyOptions {

    private static final int MAX_FILE = 1 << 20;

    @Option(names = "--config", paramLabel = "FILE",
            description = "Read budgets, required checks, forbidden contents and waivers from a file such as tare.yml. Options "
                    + "take precedence. The rules of .dive-ci are accepted, too. \"tare schema config\" prints the JSON "
                    + "Schema. By default, no file is read.")
    private @Nullable Path config;

    @Option(names = "--max-uncompressed", paramLabel = "SIZE",
            description = "Largest allowed uncompressed size of each image, such as 200MB or 190MiB.")
    private @Nullable ByteSize maxUncompressed;

    @Option(names = "--fail-on", paramLabel = "fail|warn",
            description = "Exit with status 1 if a check fails (fail), or if it fails or warns (warn). \"tare compare\" "
                    + "ignores the checks of the baseline, usually the first image. By default, checks do not affect the exit status.")
    private @Nullable FailOn failOn;

    @Option(names = "--waive", paramLabel = "ID=REASON",
            description = "Waive a check and give the reason. May be repeated.")
    private List<Waiver> waivers = List.of();

    @Option(names = "--waivers", paramLabel = "FILE",
            description = "Read waivers from a file: one ID=REASON per line, and comments on lines that start with #.")
    private @Nullable Path file;

    @Option(names = "--vulnerabilities", paramLabel = "[IMAGE=]FILE",
            description = "Read the report of a scanner about an image: JSON of Trivy, Grype or OSV-Scanner, or SARIF. IMAGE "
                    + "is a name or position, for a report without the digest of its image. May be repeated. Tare has no "
                    + "vulnerability database.")
    private List<String> vulnerabilities = List.of();

    @Option(names = "--max-new-vulnerabilities", paramLabel = "SEVERITY=COUNT",
            description = "Most vulnerabilities of a severity, or total for all, that the baseline does not have, such as "
                    + "critical=0. May be repeated. Needs --vulnerabilities for both images.")
    private Map<String, String> maxNewVulnerabilities = Map.of();

    /**
     * Reads the files of the options.
     *
     * @param maxGrowth for compared images
     * @throws CommandException if a file cannot be read, or is invalid
     */
    PolicyRequest read(@Nullable Percentage maxGrowth) {
        List<Waiver> all = new ArrayList<>(this.waivers);
        if (this.file != null) {
            all.addAll(waivers(this.file));
        }
        try {
            Budgets budgets = Budgets.of(this.maxUncompressed, maxGrowth)
                    .with(Budgets.ofNewVulnerabilities(this.maxNewVulnerabilities));
            Policy options = new Policy(budgets, all, this.failOn);
            return PolicyRequest.of(options, this.config == null ? null : RequirementsFile.read(this.config),
                    this.vulnerabilities);
        } catch (InvalidValueException ex) {
            throw new CommandException(MaskedError.message(ex), ex);
        }
    }

    /** The files of requirements and of waivers, or {@code null}, and further files. No output may overwrite them. */
    @Nullable
    Path[] files(@Nullable Path... others) {
        return Stream
                .of(Arrays.stream(others), Stream.of(this.config, this.file),
                        this.vulnerabilities.stream().map(VulnerabilityFiles::path))
                .flatMap(one -> one)
                .toArray(Path[]::new);
    }

    private static List<Waiver> waivers(Path file) {
        try {
            return Waiver.parseLines(new String(PolicyRequest.read(file, MAX_FILE, "a file of waivers"),
                    StandardCharsets.UTF_8));
        } catch (InvalidValueException ex) {
            throw new CommandException(Problem.with(file.toString(), MaskedError.message(ex)), ex);
        }
    }
}
