package dev.tare.policy.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.tare.inspection.Inspection;
import dev.tare.secret.redaction.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** The list of checks, and its document. */
class ChecksTests {

    private static final Path DOCUMENT = Path.of("docs", "CHECKS.md");

    private static final Path WRITTEN = Path.of("target", "tare", "checks.md");

    private static final String BEGIN = "<!-- ChecksTests writes the sections below. -->";

    /** The checks of dockle. */
    private static final String DOCKLE = "CIS-DI-0001 CIS-DI-0005 CIS-DI-0006 CIS-DI-0007 CIS-DI-0008 CIS-DI-0009 "
            + "CIS-DI-0010 DKL-DI-0001 DKL-DI-0002 DKL-DI-0003 DKL-DI-0004 DKL-DI-0005 DKL-DI-0006 DKL-LI-0001 "
            + "DKL-LI-0002 DKL-LI-0003";

    @Test
    void idsAreDistinctAndInKebabCase() {
        assertThat(Checks.ids()).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void judgeGivesEvidenceAndARemedyForEachOpenFinding() {
        Inspection inspection = CheckContract.image().build();
        assertThat(Checks.judge(inspection)).extracting(finding -> finding.check().id())
                .containsExactlyElementsOf(Checks.ids());
        assertThat(Checks.judge(inspection)).allSatisfy(finding -> {
            assertThat(finding.check().requirement()).endsWith(".");
            assertThat(finding.check().why()).endsWith(".");
            assertThat(finding.evidence()).allMatch(sentence -> sentence.endsWith("."));
            assertThat(finding.remedy() == null).isEqualTo(!finding.verdict().isOpen());
        });
    }

    @Test
    void everyCheckHasTests() {
        assertThat(Checks.all()).allSatisfy(check -> assertThat(examples(check)).isNotEmpty());
    }

    /** If this fails, copy the text in target/tare below the mark. */
    @Test
    void documentDescribesEveryCheck() throws IOException {
        String sections = Checks.all().stream().map(ChecksTests::section).collect(joining("\n"));
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, sections);
        assertThat(sections).doesNotContain(Redaction.HIDDEN);
        String document = Files.readString(DOCUMENT);
        assertThat(document).contains(BEGIN);
        assertThat(document.substring(document.indexOf(BEGIN) + BEGIN.length()).strip()).isEqualTo(sections.strip());
    }

    @Test
    void documentMapsEveryCheckOfDockleOrGivesAReason() throws IOException {
        Map<String, String> rows = Files.readAllLines(DOCUMENT)
                .stream()
                .filter(line -> line.startsWith("| CIS-") || line.startsWith("| DKL-"))
                .collect(toMap(line -> line.substring(2, line.indexOf(" |", 2)), line -> line));
        assertThat(rows.keySet()).containsExactlyInAnyOrder(DOCKLE.split(" "));
        assertThat(rows.values()).allMatch(row -> Checks.ids().stream().anyMatch(id -> row.contains(code(id)))
                || row.contains("left out"));
        assertThat(Checks.all()).allSatisfy(check -> assertThat(check.equivalents())
                .allSatisfy(other -> assertThat(rows.get(other)).contains(code(check.id()))));
    }

    /** Other systems have other users, modes, folders or programs. */
    @ParameterizedTest
    @ValueSource(strings = { "windows/amd64", "freebsd/arm64" })
    void judgeWhenTheImageIsNotForLinuxAppliesOnlyChecksOfAnyPlatform(String platform) {
        Inspection inspection = CheckContract.image()
                .platform(platform)
                .entrypoint("c:\\windows\\system32\\cmd.exe")
                .user("ContainerUser")
                .file("app/a", 04777, 0, 0)
                .build();
        assertThat(Checks.judge(inspection)).extracting(finding -> finding.check().id())
                .containsExactlyElementsOf(Checks.ids());
        assertThat(Checks.judge(inspection)).filteredOn(finding -> finding.check().isOnlyForLinux())
                .allSatisfy(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
                    assertThat(finding.evidence()).singleElement().asString().contains(platform);
                })
                .extracting(finding -> finding.check().id())
                .containsExactlyInAnyOrder("non-root-user", "user-exists", "entrypoint-not-writable",
                        "no-empty-password", "unique-accounts", "no-package-cache", "no-build-tools", "no-stray-files",
                        "no-replaced-packages", "no-sensitive-volumes", "exec-form-command", "entrypoint-exists",
                        "ca-certificates", "no-ssh-server", "no-shell", "no-package-manager", "no-network-tools",
                        "no-sudo", "no-setuid", "no-file-capabilities", "no-world-writable");
        assertThat(Checks.judge(inspection)).filteredOn(finding -> !finding.check().isOnlyForLinux())
                .flatExtracting(CheckFinding::evidence)
                .noneMatch(sentence -> sentence.toString().contains("Linux images only"));
    }

    private static String section(Check check) {
        Set<String> remedies = examples(check).stream()
                .map(example -> example.judge().remedy())
                .filter(Objects::nonNull)
                .collect(toCollection(LinkedHashSet::new));
        return "### " + code(check.id()) + "\n\n**" + check.title() + ".** " + check.requirement() + " " + check.why()
                + "\n"
                + remedies.stream().map(remedy -> "\n- Remedy: " + remedy).collect(joining())
                + (remedies.isEmpty() ? "" : "\n")
                + (check.isOnlyForLinux() ? "\nApplicable to Linux images only.\n" : "")
                + (check.equivalents().isEmpty() ? ""
                        : "\nEquivalent to " + String.join(", ", check.equivalents()) + ".\n");
    }

    /** The examples of a check, found by the name of its class. */
    private static List<CheckContract.Example> examples(Check check) {
        try {
            CheckContract tests = (CheckContract) Class.forName(check.getClass().getName() + "Tests")
                    .getDeclaredConstructor()
                    .newInstance();
            return tests.examples().filter(example -> example.check().id().equals(check.id())).toList();
        } catch (ReflectiveOperationException ex) {
            throw new AssertionError("The check " + check.id() + " has no tests", ex);
        }
    }

    private static String code(String id) {
        return '`' + id + '`';
    }
}
