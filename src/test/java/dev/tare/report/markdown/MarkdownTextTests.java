package dev.tare.report.markdown;

import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.report.document.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTextTests {

    @ParameterizedTest
    @MethodSource("prose")
    void textOfAnImageDoesNotBecomeMarkup(Function<String, Value> value) {
        assertThat(MarkdownText.of(value.apply("a_b**<img src=//x> @you #1 www.x")))
                .contains("a\\_b\\*\\*\\<img src=//x\\> @<!-- -->you #<!-- -->1 www<!-- -->.x");
    }

    static Stream<Function<String, Value>> prose() {
        return Stream.of(Value.Prose::new, Value.Advice::new, Value.Strong::new);
    }
}
