package dev.tare.report.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LineDiffTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',      ''
            abc,     abc
            abc,     ''
            '',      abc
            abcabba, cbabac
            abc,     axc
            abc,     xabc
            abc,     abcx
            aaa,     aaaa
            """)
    void editsTurnOneTextIntoTheOther(String from, String to) {
        List<Edit> edits = between(from, to);
        assertThat(applied(from, to, edits)).isEqualTo(to);
        assertThat(edits.isEmpty()).isEqualTo(from.equals(to));
    }

    @Test
    void editsAreTheFewest() {
        assertThat(between("abcabba", "cbabac").stream().mapToInt(LineDiffTests::size).sum()).isEqualTo(5);
        assertThat(between("abcdef", "abxdef")).containsExactly(new Edit(2, 3, 2, 3));
        assertThat(between("axbxc", "axc")).hasSize(1);
    }

    @Test
    void editsOfRandomTextsFitAndAreJoined() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String from = drawn(random);
            String to = drawn(random);
            List<Edit> edits = between(from, to);
            assertThat(applied(from, to, edits)).as(from + " and " + to).isEqualTo(to);
            for (int at = 1; at < edits.size(); at++) {
                assertThat(edits.get(at).fromStart()).isGreaterThan(edits.get(at - 1).fromEnd());
            }
            assertThat(edits.stream().mapToInt(LineDiffTests::size).sum()).isEqualTo(
                    from.length() + to.length() - 2 * common(from, to));
        }
    }

    @Test
    void textsWithLittleInCommonAreOneEditBetweenTheirEnds() {
        List<String> from = lines("a", 60_000);
        List<String> to = lines("b", 60_000);
        for (List<String> text : List.of(from, to)) {
            text.addFirst("first");
            text.add(30_000, "middle");
            text.add("last");
        }
        assertThat(LineDiff.between(from, to)).containsExactly(new Edit(1, 60_002, 1, 60_002));
    }

    @Test
    void repeatedLinesDoNotTakeForever() {
        List<String> from = new ArrayList<>(IntStream.range(0, 400_000).mapToObj(i -> "x").toList());
        List<String> to = new ArrayList<>(from);
        IntStream.range(0, 2_000).forEach(i -> to.set(i * 150 + 7, "y" + i));
        List<Edit> edits = LineDiff.between(from, to);
        assertThat(edits).isNotEmpty();
        assertThat(edits.getFirst().toStart()).isLessThanOrEqualTo(7);
    }

    private static List<String> lines(String name, int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> name + i).toList());
    }

    private static String drawn(Random random) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(12)).forEach(i -> text.append((char) ('a' + random.nextInt(4))));
        return text.toString();
    }

    private static List<Edit> between(String from, String to) {
        return LineDiff.between(from.chars().mapToObj(Character::toString).toList(),
                to.chars().mapToObj(Character::toString).toList());
    }

    private static String applied(String from, String to, List<Edit> edits) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            text.append(from, at, edit.fromStart()).append(to, edit.toStart(), edit.toEnd());
            at = edit.fromEnd();
        }
        return text.append(from.substring(at)).toString();
    }

    private static int size(Edit edit) {
        return edit.fromEnd() - edit.fromStart() + edit.toEnd() - edit.toStart();
    }

    /** The length of the longest common subsequence. */
    private static int common(String from, String to) {
        int[][] lengths = new int[from.length() + 1][to.length() + 1];
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                lengths[i][j] = from.charAt(i - 1) == to.charAt(j - 1) ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths[from.length()][to.length()];
    }
}
