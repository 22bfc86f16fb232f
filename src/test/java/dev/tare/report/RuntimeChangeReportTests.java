package dev.tare.report;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.tare.ecosystem.java.JavaRuntime.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeChangeReportTests {

    @Test
    void toldNamesKindsAndModules() {
        RuntimeChangeReport change =
                change(List.of(Kind.JDK), List.of(Kind.JRE, Kind.CUSTOM), List.of("a"), List.of("b", "c"));
        assertThat(change.told(module -> "<" + module + ">"))
                .isEqualTo("a JDK before, a JRE and a custom runtime now; 1 module added: <a>; "
                        + "2 modules removed: <b>, <c>");
        assertThat(change.others()).isEqualTo("modules");
    }

    @Test
    void toldOfManyModulesNamesTheFirst() {
        List<String> many = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
        assertThat(change(List.of(Kind.JRE), List.of(Kind.JRE), List.of(), many).told(UnaryOperator.identity()))
                .isEqualTo("20 modules removed: m0, m1, m2, m3, m4, m5, m6, m7 and 12 more");
    }

    @Test
    void toldWhenOnlyTheVersionIsAnotherIsEmpty() {
        assertThat(change(List.of(Kind.JRE), List.of(Kind.JRE), List.of(), List.of()).told(UnaryOperator.identity()))
                .isEmpty();
    }

    @Test
    void othersOfAnotherKindWithTheSameModulesAreFiles() {
        assertThat(change(List.of(Kind.JDK), List.of(Kind.JRE), List.of(), List.of()).others()).isEqualTo("files");
    }

    private static RuntimeChangeReport change(List<Kind> from, List<Kind> to, List<String> added,
            List<String> removed) {
        return new RuntimeChangeReport(from, to, added, removed);
    }
}
