package dev.tare.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.tare.policy.check.Practice;
import dev.tare.policy.check.Practices;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds the documentation of the practices against the practices. */
class PracticesDocumentTests {

    private static final Path DOCUMENT = Path.of("docs", "PRACTICES.md");

    private static final Path WRITTEN = Path.of("target", "tare", "practices.md");

    /** The checks that dockle makes of images. */
    private static final String DOCKLE = "CIS-DI-0001 CIS-DI-0005 CIS-DI-0006 CIS-DI-0007 CIS-DI-0008 CIS-DI-0009 "
            + "CIS-DI-0010 DKL-DI-0001 DKL-DI-0002 DKL-DI-0003 DKL-DI-0004 DKL-DI-0005 DKL-DI-0006 DKL-LI-0001 "
            + "DKL-LI-0002 DKL-LI-0003";

    private static final String BEGIN = "<!-- The practices below are written by PracticesDocumentTests. -->";

    /** Where this fails, what belongs below the mark lies in target/tare. */
    @Test
    void documentDescribesEveryPracticeAsItIs() throws IOException {
        String practices = Practices.all().stream().map(PracticesDocumentTests::section).collect(joining("\n"));
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, practices);
        String document = Files.readString(DOCUMENT);
        assertThat(document).contains(BEGIN);
        assertThat(document.substring(document.indexOf(BEGIN) + BEGIN.length()).strip()).isEqualTo(practices.strip());
    }

    @Test
    void everyCheckOfDockleIsAnsweredOrLeftOutWithAReason() throws IOException {
        Map<String, String> rows = Files.readAllLines(DOCUMENT)
                .stream()
                .filter(line -> line.startsWith("| CIS-") || line.startsWith("| DKL-"))
                .collect(toMap(line -> line.substring(2, line.indexOf(" |", 2)), line -> line));
        assertThat(rows.keySet()).containsExactlyInAnyOrder(DOCKLE.split(" "));
        assertThat(rows.values()).allMatch(row -> Practices.ids().stream().anyMatch(id -> row.contains(code(id)))
                || row.contains("left out"));
        assertThat(Practices.all()).allSatisfy(practice -> assertThat(practice.checks())
                .allSatisfy(check -> assertThat(rows.get(check)).contains(code(practice.id()))));
    }

    private static String section(Practice practice) {
        Set<String> remedies = PracticeCoverageTests.cases()
                .filter(example -> example.practice().equals(practice.id()))
                .map(example -> practice.judge(example.image().build()).remedy())
                .filter(Objects::nonNull)
                .collect(toCollection(LinkedHashSet::new));
        return "### " + code(practice.id()) + "\n\n**" + practice.title() + ".** " + practice.asks() + " "
                + practice.why() + "\n"
                + remedies.stream().map(remedy -> "\n- Remedy: " + remedy).collect(joining())
                + (remedies.isEmpty() ? "" : "\n")
                + (practice.checks().isEmpty() ? "" : "\nAnswers " + String.join(", ", practice.checks()) + ".\n");
    }

    private static String code(String id) {
        return '`' + id + '`';
    }
}
