package dev.tare.report;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListsTests {

    @Test
    void ofKeepsTheFirstItems() {
        assertThat(new Lists(2).of(List.of(1, 2, 3), 2, number -> number))
                .isEqualTo(new Listing<>(3, 1, List.of(1, 2)));
    }

    @Test
    void allListsTogetherHaveABoundedNumberOfCharacters() {
        Lists lists = new Lists(8);
        List<String> paths = Collections.nCopies(1_000, "p".repeat(4_096));
        long listed = 0;
        for (int i = 0; i < 100; i++) {
            Listing<String> listing = lists.of(paths, 1_000, path -> path);
            assertThat(listing.total()).isEqualTo(1_000);
            listed += listing.items().size();
        }
        assertThat(listed).isBetween(500L, 1_000L);
        assertThat(lists.of(List.of("short"), 1, text -> text).items()).containsExactly("short");
    }
}
