package dev.tare.report.section;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DocumentTables;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.report.ComparisonReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigSectionTests {

    private final DocumentTables tables = new DocumentTables(Document.of(ComparisonReport.of(new Comparison(List.of(
            InspectionBuilder.image("a").layer("a").author("Somebody").environment("BARE", "EMPTY=", "A=b=c").build(),
            InspectionBuilder.image("b").layer("b").build()))))).in("config");

    @Test
    void authorIsAField() {
        assertThat(this.tables.row("Config", "Author")).containsExactly(List.of("Somebody"), List.of("—"));
        assertThat(this.tables.marked("Config")).contains("Author");
    }

    @Test
    void variableWithoutAValueIsEmpty() {
        assertThat(variable("BARE")).isEqualTo("\"\"");
        assertThat(variable("EMPTY")).isEqualTo("\"\"");
        assertThat(variable("A")).isEqualTo("b=c");
    }

    private String variable(String name) {
        return this.tables.row("Environment, labels and annotations", "Environment " + name).getFirst().getFirst();
    }
}
