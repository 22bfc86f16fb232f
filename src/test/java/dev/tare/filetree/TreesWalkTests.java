package dev.tare.filetree;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TreesWalkTests {

    @Test
    void walkShowsEachPathOnceInTheOrderOfAllTrees() {
        List<String> seen = walk(image().file("b", 1).file("d", 1).file("e", 1), image().file("a", 1).file("d", 1),
                image().file("d", 1).file("e", 1).file("f", 1));
        assertThat(seen).containsExactly("a -2-", "b 1--", "alike", "e 1-3", "f --3");
    }

    @Test
    void walkWhenOneTreeHasAnotherContentShowsItInAll() {
        assertThat(walk(image().file("a", 1), image().file("a", 1, 0600, "a1"), image().file("a", 1)))
                .containsExactly("a 123");
    }

    @Test
    void walkWhenTreesAreEmptyShowsNothing() {
        assertThat(walk(image(), image())).isEmpty();
    }

    /**
     * Java sorts characters beyond the Basic Multilingual Plane before its last characters. UTF-8 bytes sort after
     * them.
     */
    @Test
    void walkKeepsTheOrderOfCodePoints() {
        assertThat(walk(image().file("\uff01", 1).file("\ud83d\ude00", 2), image().file("\ud83d\ude00", 2)))
                .containsExactly("\uff01 1-", "alike");
    }

    @Test
    void walkTakesNoMemoryForEqualPaths() {
        int files = 20_000;
        List<FileTree> trees = List.of(manyFiles(files), manyFiles(files), manyFiles(files));
        Counter counter = new Counter();
        TreesWalk.walk(trees, counter);
        long before = allocated();
        TreesWalk.walk(trees, counter);
        assertThat(allocated() - before).isLessThan(files);
        assertThat(counter.alike).isEqualTo(2 * files);
    }

    private static FileTree manyFiles(int files) {
        InspectionBuilder image = image();
        IntStream.range(0, files).forEach(i -> image.file("opt/modules/%03d/%05d.js".formatted(i / 100, i), i));
        return image.build().files();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static List<String> walk(InspectionBuilder... images) {
        List<String> seen = new ArrayList<>();
        TreesWalk.walk(List.of(images).stream().map(image -> image.build().files()).toList(),
                new TreesWalk.Visitor() {

                    @Override
                    public void alike() {
                        seen.add("alike");
                    }

                    @Override
                    public void different(TreesWalk.Place place) {
                        StringBuilder where = new StringBuilder();
                        String path = "";
                        for (int tree = 0; tree < images.length; tree++) {
                            FileEntry entry = place.entry(tree);
                            path = entry == null ? path : entry.path();
                            where.append(entry == null ? "-" : String.valueOf(tree + 1));
                        }
                        seen.add(path + " " + where);
                    }
                });
        return seen;
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }

    private static final class Counter implements TreesWalk.Visitor {

        private int alike;

        @Override
        public void alike() {
            this.alike++;
        }

        @Override
        public void different(TreesWalk.Place place) {
            throw new AssertionError("Nothing is different");
        }
    }
}
