package dev.tare.policy.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Baseline;
import dev.tare.policy.Budget;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Measure;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class PolicyFileTests {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(PolicyFile.schema());

    private static final String ALL = """
            baseline: {image: "registry.example.com/app:main"}
            budgets:
              total: {max: 250MB, growth: 5%}
              application: 40 MB
              compressed: {max: 100MiB}
              layers: 20
              wasted: 10MB
              packages: {growth: 0}
              files: {max: 20000, growth: 10%}
              executables: 900
              setuid: 0
              largest-new-file: 10MB
              breakdown:
                Java runtime: 120MB
                Libraries: {growth: 1MB}
              vulnerabilities: {total: 40, high: {max: 10, growth: 0}}
              new-vulnerabilities: {critical: 0}
            vulnerabilities: [old.json, "2=new.json"]
            checks:
              fail-on: warn
              required: [no-shell, non-root-user]
            waivers:
              - check: no-setuid
                reason: mount needs it
                expires: 2027-01-31
            forbidden:
              packages: [perl*]
              paths: ["/root/.ssh/**"]
              licenses: [AGPL-3.0-only]
            rules:
              lowestEfficiency: 0.95
              highestWastedBytes: 20MB
              highestUserWastedPercent: disabled
            """;

    @Test
    void parseReadsEveryPart() {
        PolicyFile file = PolicyFile.parse(ALL);
        assertThat(file.budgets()).extracting(Budget::id)
                .containsExactly("max-uncompressed", "max-growth", "max-application", "max-compressed", "max-layers",
                        "max-wasted", "max-packages-growth", "max-files", "max-files-growth", "max-executables",
                        "max-setuid", "max-largest-new-file", "max-breakdown", "max-breakdown-growth",
                        "max-vulnerabilities", "max-vulnerabilities", "max-vulnerabilities-growth",
                        "max-new-vulnerabilities",
                        "lowestEfficiency", "highestWastedBytes");
        assertThat(file.budgets()).extracting(Budget::line).contains("Java runtime", "Libraries", "high", "critical");
        assertThat(file.vulnerabilities()).containsExactly("old.json", "2=new.json");
        assertThat(file.requirements().checks()).containsExactly("no-shell", "non-root-user");
        assertThat(file.waivers())
                .containsExactly(new Waiver("no-setuid", "mount needs it", LocalDate.of(2027, 1, 31)));
        assertThat(file.failOn()).isEqualTo(FailOn.WARN);
        assertThat(file.baseline()).isEqualTo(new BaselineSource.OtherImage("registry.example.com/app:main"));
        assertThat(file.requirements().forbidden().paths().getFirst().text()).isEqualTo("/root/.ssh/**");
        assertThat(file.isRelative()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "budgets: {totl: 1MB}|1:11|totl",
            "budgets: {total: 1 apple}|1:18|MB",
            "budgets: {layers: many}|1:19|whole number",
            "budgets: {layers: -1}|1:19|whole number",
            "budgets: {layers: {growth: 2MB}}|1:28|whole number",
            "budgets: {total: {growth: much}}|1:27|5%",
            "budgets: {total: {}}|1:18|limit",
            "budgets: {largest-new-file: {growth: 1}}|1:30|growth",
            "budgets: {breakdown: 1}|1:22|parts of the breakdown",
            "budgets: [total]|1:10|total",
            "budgets: {vulnerabilities: 3}|1:28|critical",
            "budgets: {vulnerabilities: {severe: 3}}|1:29|critical",
            "budgets: {vulnerabilities: {high: many}}|1:35|whole number",
            "budgets: {new-vulnerabilities: {high: {growth: 1}}}|1:40|growth",
            "vulnerabilities: report.json|1:18|list",
            "checks: {required: [no-shells]}|1:21|no-shell,",
            "checks: {required: no-shell}|1:20|list",
            "checks: {fail-on: never}|1:19|fail or warn",
            "waivers: {check: a}|1:10|list",
            "waivers: [{check: no-shell}]|1:11|reason",
            "waivers: [{check: no-shell, reason: x, expires: soon}]|1:11|2027-01-31",
            "waivers: [{check: no-shell, reason: x}, {check: no-shell, reason: y}]|1:41|two waivers",
            "waivers: [{check: none, reason: x}]|1:11|no-shell",
            "forbidden: {paths: ['']}|1:21|value",
            "forbidden: {licences: [MIT]}|1:13|licenses",
            "baseline: {image: a, report: b}|1:11|one of",
            "baseline: {position: 0}|1:22|1 or more",
            "rules: {lowestEfficiency: 2}|1:27|0 to 1",
            "rules: {highestWastedBytes: lots}|1:29|MB",
            "rules: {lowest: 1}|1:9|lowestEfficiency",
            "just text|1:1|budgets",
            "a: [1|1:6|expected",
            "budgets: &x {total: 1MB}\\nforbidden: *x|2:12|aliases",
            "budgets: {total: 1MB, total: 2MB}|1:23|twice",
            "a: [[[[[[[[[1]]]]]]]]]|1:11|nested",
            "a: 1\\n---\\nb: 2|2:1|second document",
            "? [a]\\n: b|1:3|name" })
    void parseWhenSomethingIsWrongStatesThePlace(String text, String place, String message) {
        assertThatExceptionOfType(InvalidPolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse(text.replace("\\n", "\n")))
                .satisfies(ex -> assertThat(ex.problems()).anySatisfy(
                        problem -> assertThat(problem.toString()).startsWith(place + ": ").contains(message)));
    }

    @Test
    void parseReportsSeveralProblemsInTheirOrder() {
        assertThatExceptionOfType(InvalidPolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("forbidden: 1\nbudgets:\n  totl: 1\n  layers: x\n"))
                .satisfies(ex -> assertThat(ex.problems()).extracting(FileProblem::line).containsExactly(1, 3, 4));
    }

    @Test
    void parseWhenTheTextIsTooLongFails() {
        assertThatExceptionOfType(InvalidPolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("# " + "x".repeat(PolicyFile.MAX_LENGTH)));
        String many = "forbidden: {packages: [" + "a,".repeat(201) + "]}";
        assertThatExceptionOfType(InvalidPolicyFileException.class).isThrownBy(() -> PolicyFile.parse(many))
                .withMessageContaining("at most 200");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "# nothing", "---\n", "{}" })
    void parseWhenTheFileIsEmptyRequiresNothing(String text) {
        assertThat(PolicyFile.parse(text).budgets()).isEmpty();
    }

    @Test
    void rulesOfDiveHaveItsDefaultsUnlessTheyAreDisabled() {
        assertThat(PolicyFile.parse("rules: {}").budgets()).extracting(Budget::id, budget -> budget.limit().text())
                .containsExactly(tuple("lowestEfficiency", "0.9"),
                        tuple("highestUserWastedPercent", "0.1"));
        assertThat(PolicyFile.parse("rules:\n  lowestEfficiency:\n  highest-user-wasted-percent: off\n").budgets())
                .isEmpty();
        assertThat(PolicyFile.parse("rules: {highestWastedBytes: 20M}").budgets()).extracting(Budget::measure)
                .contains(Measure.DIVE_WASTED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "# nothing", "budgets: {layers: 20}", "rules: {}" })
    void fileOfDiveHasItsDefaultsAlsoWithoutRules(String text) {
        assertThat(PolicyFile.parseDive(text).budgets()).extracting(Budget::id)
                .contains("lowestEfficiency", "highestUserWastedPercent")
                .doesNotHaveDuplicates();
        assertThat(PolicyFile.parseDive("rules: {lowestEfficiency: off}").budgets()).extracting(Budget::id)
                .containsExactly("highestUserWastedPercent");
    }

    @Test
    void optionsTakePrecedenceAndWaiversEnd() {
        Policy options = new Policy(Budgets.of(ByteSize.parse("1MB"), null),
                List.of(Waiver.parse("no-shell=now")), FailOn.FAIL);
        PolicyFile file = PolicyFile.parse(ALL);
        Policy before = file.with(options, Baseline.FIRST, LocalDate.of(2027, 1, 31));
        assertThat(before.budgets().list()).filteredOn(budget -> budget.id().equals("max-uncompressed"))
                .extracting(budget -> budget.limit().text())
                .containsExactly("1MB");
        assertThat(before.failOn()).isEqualTo(FailOn.FAIL);
        assertThat(before.waivers()).extracting(Waiver::check).containsExactly("no-setuid", "no-shell");
        Policy after = file.with(options, Baseline.FIRST, LocalDate.of(2027, 2, 1));
        assertThat(after.waivers()).extracting(Waiver::check).containsExactly("no-shell");
        assertThat(after.expired()).extracting(Waiver::check).containsExactly("no-setuid");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\n\na: \"\\UFFFFFFFF\"", "\n\na: \"\\x", "\n\na: \"\\U7FFFFFFF\"", "\n\na: \"\\u12" })
    void escapeThatIsInvalidIsAProblem(String text) {
        assertThatExceptionOfType(InvalidPolicyFileException.class).isThrownBy(() -> PolicyFile.parse(text))
                .satisfies(ex -> assertThat(ex.problems()).singleElement()
                        .satisfies(problem -> assertThat(problem.line()).isEqualTo(3)));
    }

    /** A change at any place gives another file or a problem, and never another error. */
    @Test
    void parseOfAChangedTextReadsItOrStatesAProblem() {
        Random random = new Random(16);
        String characters = "{}[]:,-#&*!|>'\"%@`?~\\xU\n\t \u0000\ufeff\u0085é\ud83d0a.";
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder(ALL);
            for (int change = 0; change < 1 + round % 4; change++) {
                int at = random.nextInt(text.length());
                char character = characters.charAt(random.nextInt(characters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, character);
                    case 1 -> text.insert(at, character);
                    default -> text.deleteCharAt(at);
                }
            }
            assertThatCode(() -> {
                try {
                    PolicyFile.parse(text.toString());
                } catch (InvalidPolicyFileException ex) {
                    assertThat(ex.problems()).isNotEmpty();
                }
            }).as(text.toString()).doesNotThrowAnyException();
        }
    }

    @Test
    void schemaHasTheNamesThatAreRead() {
        JsonNode schema = JsonMapper.shared().readTree(PolicyFile.schema());
        assertThatExceptionOfType(InvalidPolicyFileException.class)
                .isThrownBy(() -> PolicyFile.parse("budgets: {x: 1}"))
                .withMessageContaining(
                        "Expected " + String.join(", ",
                                new TreeSet<>(schema.at("/properties/budgets/properties").propertyNames())));
        assertThatExceptionOfType(InvalidPolicyFileException.class).isThrownBy(() -> PolicyFile.parse("x: 1"))
                .withMessageContaining(
                        "Expected " + String.join(", ", new TreeSet<>(schema.at("/properties").propertyNames())));
    }

    @Test
    void schemaAcceptsWhatIsReadAndRejectsOtherNames() {
        assertThat(SCHEMA.validate(ALL, InputFormat.YAML)).isEmpty();
        assertThat(SCHEMA.validate("{}", InputFormat.YAML)).isEmpty();
        for (String wrong : List.of("budgets: {totl: 1MB}", "budgets: {layers: many}", "budgets: {total: {}}",
                "baseline: {image: a, report: b}", "waivers: [{check: no-shell}]", "checks: {fail-on: never}",
                "forbidden: {licences: [MIT]}", "rules: {lowest: 1}")) {
            assertThat(SCHEMA.validate(wrong, InputFormat.YAML)).as(wrong).isNotEmpty();
        }
    }
}
