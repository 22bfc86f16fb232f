package dev.tare.report.document;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleJsonTests {

    private static final JsonMapper MAPPER = JsonMapper.builder(VisibleJson.factory()).build();

    @ParameterizedTest
    @ValueSource(
            strings = { "\u0000", "\u001b[2J", "\u007f", "\u0085", "\u009b2J", "\u200b", "\u2028", "\u202e", "\u2066",
                    "\ue000", "\ud83d\ude00", "\ufeff", "a\tb\n" })
    void everythingButVisibleAsciiIsEscapedAndKeepsItsValue(String text) {
        String json = MAPPER.writeValueAsString(text);
        assertThat(json.chars()).allMatch(unit -> unit >= ' ' && unit < 0x7f);
        assertThat(MAPPER.readValue(json, String.class)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "plain", "a/b \"c\" ~" })
    void visibleAsciiStaysAsItIs(String text) {
        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(text)).asString()).isEqualTo(text);
    }
}
