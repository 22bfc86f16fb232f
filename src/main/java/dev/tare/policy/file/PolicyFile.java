package dev.tare.policy.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import dev.tare.policy.Baseline;
import dev.tare.policy.Budget;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Policy;
import dev.tare.policy.Requirements;
import dev.tare.policy.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * The requirements in a file, {@code tare.yml} or {@code .dive-ci}.
 *
 * @param waivers  at most one for each check
 * @param failOn   {@code null} if the file does not state it
 * @param baseline {@code null} for the first image of a comparison
 * @param vulnerabilities reports of scanners, each {@code [IMAGE=]FILE}
 */
public record PolicyFile(List<Budget> budgets, Requirements requirements, List<Waiver> waivers,
        @Nullable FailOn failOn, @Nullable BaselineSource baseline, List<String> vulnerabilities) {

    /** The maximum number of characters of a file. */
    public static final int MAX_LENGTH = 1 << 18;

    private static final String SCHEMA = "/schema/tare-yml.json";

    public PolicyFile {
        budgets = List.copyOf(budgets);
        waivers = List.copyOf(waivers);
        vulnerabilities = List.copyOf(vulnerabilities);
    }

    /** @throws InvalidPolicyFileException if the text is invalid, with all problems that can be found at once */
    public static PolicyFile parse(String text) {
        return new PolicyFileReader().read(YamlReader.read(text, MAX_LENGTH));
    }

    /**
     * Parses dive's file. Without {@code rules}, it has the defaults of dive.
     *
     * @throws InvalidPolicyFileException as {@link #parse(String)}
     */
    public static PolicyFile parseDive(String text) {
        return new PolicyFileReader().readDive(YamlReader.read(text, MAX_LENGTH));
    }

    /** The JSON Schema of the file as text. */
    public static String schema() {
        try (InputStream content = PolicyFile.class.getResourceAsStream(SCHEMA)) {
            if (content == null) {
                throw new IllegalStateException("The class path has no " + SCHEMA);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(SCHEMA + " cannot be read", ex);
        }
    }

    /** Whether a budget needs a baseline. */
    public boolean isRelative() {
        return this.budgets.stream().anyMatch(Budget::isRelative);
    }

    /**
     * The policy of this file and of a command's options, which take precedence.
     *
     * @param baseline the one that this file names
     * @param today    waivers that ended before do not apply
     */
    public Policy with(Policy options, Baseline baseline, LocalDate today) {
        List<Waiver> expired = this.waivers.stream().filter(waiver -> waiver.isExpired(today)).toList();
        List<Waiver> current = this.waivers.stream().filter(waiver -> !waiver.isExpired(today)).toList();
        return new Policy(new Budgets(this.budgets, baseline).with(options.budgets()), this.requirements, current,
                expired, options.failOn() == null ? this.failOn : options.failOn()).with(options.waivers());
    }
}
