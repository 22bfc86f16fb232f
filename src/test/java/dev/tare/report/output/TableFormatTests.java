package dev.tare.report.output;

import java.io.IOException;
import java.io.StringWriter;

import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TableFormatTests {

    private static final TableFormat.Table TABLE = rows -> {
        rows.row("path", "bytes", "layer");
        rows.row("=HYPERLINK(\"x\")", -7L, 2);
        rows.row("a,b\u202e\n", 0L, null);
    };

    @Test
    void csvHasOneLineForEachRowAndRunsNoFormula() throws IOException {
        assertThat(written(TableFormat.CSV, TABLE).split("\r\n")).containsExactly("path,bytes,layer",
                "\"\\x3DHYPERLINK(\"\"x\"\")\",-7,2", "\"a,b\\u202e\\n\",0,");
    }

    @Test
    void jsonHasAnObjectForEachRow() throws IOException {
        String text = written(TableFormat.JSON, TABLE);
        JsonNode rows = JsonMapper.shared().readTree(text);
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.get(0).propertyNames()).containsExactly("path", "bytes", "layer");
        assertThat(rows.get(0).path("bytes").asLong()).isEqualTo(-7);
        assertThat(rows.get(1).path("path").asString()).isEqualTo("a,b\u202e\n");
        assertThat(rows.get(1).path("layer").isNull()).isTrue();
        assertThat(text).matches("[\\x20-\\x7e\\n]*");
    }

    @Test
    void tableWithoutRowsIsAnEmptyArray() throws IOException {
        String text = written(TableFormat.JSON, rows -> rows.row("path"));
        assertThat(JsonMapper.shared().readTree(text).isEmpty()).isTrue();
    }

    @Test
    void tokensAreMasked() throws IOException {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        for (TableFormat format : TableFormat.values()) {
            assertThat(written(format, rows -> {
                rows.row("path");
                rows.row("home/" + token);
            })).as("%s", format).doesNotContain(token);
        }
    }

    @Test
    void extensionSelectsTheFormat() {
        assertThat(TableFormat.ofExtension("csv")).contains(TableFormat.CSV);
        assertThat(TableFormat.ofExtension("json")).contains(TableFormat.JSON);
        assertThat(TableFormat.ofExtension("CSV")).isEmpty();
    }

    private static String written(TableFormat format, TableFormat.Table table) throws IOException {
        StringWriter out = new StringWriter();
        format.write(table, out);
        return out.toString();
    }
}
