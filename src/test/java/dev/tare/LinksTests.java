package dev.tare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the relative links of the documents. */
class LinksTests {

    /** A link or picture in Markdown. Texts of links may be wrapped. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

    private static final Pattern BLOCK = Pattern.compile("(?s)```.*?```");

    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFileAndAHeading(Path document) throws IOException {
        assertThat(links(document)).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
            assertThat(target).exists();
            if (parts.length > 1) {
                assertThat(anchors(Files.readString(target))).as("headings of %s", target).contains(parts[1]);
            }
        });
    }

    /** Otherwise nobody finds it. */
    @Test
    void readmeLeadsToEveryDocument() throws IOException {
        Set<Path> reached = new HashSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(Path.of("README.md")));
        while (!next.isEmpty()) {
            Path document = next.remove();
            if (document.toString().endsWith(".md") && reached.add(document)) {
                links(document).forEach(link -> next.add(document.resolveSibling(link.split("#", 2)[0]).normalize()));
            }
        }
        assertThat(reached).containsAll(documents().toList());
    }

    @ParameterizedTest
    @CsvSource({ "'# What Tare reads', what-tare-reads", "'## `tare compare`', tare-compare",
            "'## Memory and CPU', memory-and-cpu", "'### A fact, or a check (new)', a-fact-or-a-check-new",
            "'# a_b-c', a_b-c" })
    void headingHasTheAnchorOfGitHub(String heading, String anchor) {
        assertThat(anchors(heading)).containsExactly(anchor);
    }

    @Test
    void headingsWithTheSameTextAreNumberedAndCodeHasNone() {
        assertThat(anchors("# A\n\n## A\n\n```shell\n# no heading\n```\n")).containsExactlyInAnyOrder("a", "a-1");
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> root = Files.list(Path.of("")); Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The links to other files of the checkout. */
    private static List<String> links(Path document) throws IOException {
        return LINK.matcher(CODE.matcher(Files.readString(document)).replaceAll("code"))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    private static Set<String> anchors(String document) {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        for (MatchResult heading : HEADING.matcher(BLOCK.matcher(document).replaceAll("")).results().toList()) {
            String anchor = heading.group(1)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int number = numbers.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(number == 0 ? anchor : anchor + '-' + number);
        }
        return anchors;
    }
}
