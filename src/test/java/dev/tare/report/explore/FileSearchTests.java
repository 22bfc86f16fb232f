package dev.tare.report.explore;

import java.util.List;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileSearchTests {

    private static final Inspection FROM = InspectionBuilder.image("from")
            .layer("from")
            .file("usr/lib/a.so", 100)
            .file("opt/tool", 0755, 0, 0, "tool")
            .build();

    private static final Inspection TO = InspectionBuilder.image("to")
            .layer("to")
            .file("srv/tool", 0755, 0, 0, "tool")
            .file("usr/lib/b.so", 70)
            .file("etc/b.conf", 7)
            .build();

    private static final FileQuery.Order BY_PATH = new FileQuery.Order(FileQuery.Sort.PATH, false);

    private static final FileQuery.Order LARGEST_FIRST = new FileQuery.Order(FileQuery.Sort.SIZE, true);

    @Test
    void filterKeepsMatchingFilesAndTheirTotals() {
        FileSearch.Result found = FileSearch.between(FROM, TO)
                .find(new FileQuery("", new Glob("*.so"), null, "", null, 1, Long.MAX_VALUE,
                        LARGEST_FIRST));
        assertThat(found.files()).extracting(FoundFile::path).containsExactly("usr/lib/a.so", "usr/lib/b.so");
        assertThat(found.before()).isEqualTo(100);
        assertThat(found.after()).isEqualTo(70);
    }

    @Test
    void movedFilesMatchByTheirFormerPaths() {
        FileSearch.Result found = FileSearch.between(FROM, TO)
                .find(new FileQuery("/opt/", null, FoundFile.Kind.MOVED, "", null, 0, Long.MAX_VALUE,
                        BY_PATH));
        assertThat(found.files()).extracting(FoundFile::path).containsExactly("srv/tool");
        assertThat(found.page(1, 100)).isEmpty();
        assertThat(found.page(Integer.MAX_VALUE, 100)).isEmpty();
    }

    @Test
    void oneImageHasAllItsFiles() {
        FileSearch.Result found = FileSearch.in(TO)
                .find(new FileQuery("", null, null, "", null, 0, Long.MAX_VALUE,
                        BY_PATH));
        assertThat(found.files()).extracting(FoundFile::path).contains("etc/b.conf", "srv/tool", "usr/lib/b.so");
    }

    @ParameterizedTest
    @CsvSource({ "*.so, usr/lib/a.so, true", "a.*, usr/lib/a.so, true", "/usr/*, usr/lib/a.so, true",
            "lib/*, usr/lib/a.so, false", "?.so, usr/lib/ab.so, false", "*, a, true", "a, ab, false", "ab, a, false" })
    void globMatchesWholeNamesOrPaths(String glob, String path, boolean matches) {
        assertThat(new Glob(glob).matches(path, new SearchSteps(100))).isEqualTo(matches);
    }

    @Test
    void foldersAreNoFiles() {
        Inspection image =
                InspectionBuilder.image("folder").layer("folder").folder("new", 0755).file("new/a", 1).build();
        FileQuery all = new FileQuery("", null, FoundFile.Kind.ADDED, "", null, 0, Long.MAX_VALUE,
                BY_PATH);
        assertThat(FileSearch.between(FROM, image).find(all).files()).extracting(FoundFile::path)
                .containsExactly("new/a");
    }

    @Test
    void equalImagesHaveNoFilesThatDiffer() {
        FileQuery all = new FileQuery("", null, null, "", null, 0, Long.MAX_VALUE,
                BY_PATH);
        assertThat(FileSearch.between(TO, TO).find(all).files()).isEmpty();
        assertThat(FileSearch.in(TO).find(all).files()).hasSize(3);
    }

    @Test
    void hardLinksMakeTheTotalsDifferFromTheGrowth() {
        Inspection image = InspectionBuilder.image("link").layer("link").file("a", 1).hardLink("b", "a").build();
        FileQuery second = new FileQuery("/b", null, null, "", null, 0, Long.MAX_VALUE,
                BY_PATH);
        assertThat(FileSearch.between(FROM, image).find(second).linked()).isTrue();
        assertThat(FileSearch.between(FROM, TO).find(second).linked()).isFalse();
    }

    @Test
    void searchWithTooManyStepsIsRejected() {
        Inspection image = InspectionBuilder.image("long").layer("long").file("a".repeat(1000), 1).build();
        FileQuery glob =
                new FileQuery("", new Glob("*" + "a".repeat(20) + "b"), null, "", null, 0, Long.MAX_VALUE,
                        BY_PATH);
        FileQuery text = new FileQuery("aaaaaaaaab", null, null, "", null, 0, Long.MAX_VALUE,
                BY_PATH);
        assertThat(List.of(glob, text)).allSatisfy(query -> {
            FileSearch search = FileSearch.in(image);
            assertThat(search.find(query).files()).isEmpty();
            assertThatExceptionOfType(SearchTooLongException.class)
                    .isThrownBy(() -> search.find(query, new SearchSteps(5000)));
        });
    }

    @ParameterizedTest
    @CsvSource({ "/usr, true", "a.so, true", "b.so, false", "r/l, true", "a.so1, false" })
    void textIsAPartOfThePath(String text, boolean found) {
        FileQuery query = new FileQuery(text, null, FoundFile.Kind.REMOVED, "", null, 0, Long.MAX_VALUE,
                BY_PATH);
        assertThat(FileSearch.between(FROM, TO).find(query).files()).hasSize(found ? 1 : 0);
    }

    @Test
    void sizesHaveTwoBounds() {
        FileQuery query = new FileQuery("", null, null, "", null, 7, 70, BY_PATH);
        assertThat(FileSearch.between(FROM, TO).find(query).files()).extracting(FoundFile::path)
                .containsExactly("etc/b.conf", "usr/lib/b.so");
    }

    @ParameterizedTest
    @CsvSource({ "PATH, false, etc/b.conf", "PATH, true, usr/lib/b.so", "BEFORE, true, usr/lib/a.so",
            "AFTER, true, usr/lib/b.so", "AFTER, false, usr/lib/a.so", "SIZE, false, srv/tool",
            "KIND, false, etc/b.conf",
            "KIND, true, srv/tool", "CHANGE, true, usr/lib/a.so", "CHANGE, false, srv/tool",
            "PART, false, etc/b.conf" })
    void filesAreSortedInBothDirections(FileQuery.Sort sort, boolean descending, String first) {
        FileQuery query = FileQuery.all(new FileQuery.Order(sort, descending));
        assertThat(FileSearch.between(FROM, TO).find(query).files().getFirst().path()).isEqualTo(first);
    }

    @Test
    void layerOfEachImageSelectsItsFiles() {
        Inspection second = InspectionBuilder.image("layers")
                .layer("to")
                .file("usr/lib/b.so", 70)
                .layer("top")
                .file("usr/lib/c.so", 1)
                .build();
        FileSearch search = FileSearch.between(FROM, second);
        assertThat(search.find(inLayer(true, 1)).files()).extracting(FoundFile::path).containsExactly("usr/lib/c.so");
        assertThat(search.find(inLayer(false, 0)).files()).extracting(FoundFile::path)
                .containsExactly("opt/tool", "usr/lib/a.so");
        assertThat(search.find(inLayer(false, 9)).files()).isEmpty();
    }

    @Test
    void linesAreThoseOfTheFiles() {
        assertThat(FileSearch.between(FROM, TO).lines().values()).flatExtracting(lines -> lines)
                .contains("/usr/lib", "/etc")
                .doesNotContain("/opt");
    }

    private static FileQuery inLayer(boolean second, int index) {
        return new FileQuery("", null, null, "", new FileQuery.LayerPlace(second, index), 0, Long.MAX_VALUE, BY_PATH);
    }
}
