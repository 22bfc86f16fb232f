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

    @Test
    void filterKeepsMatchingFilesAndTheirTotals() {
        FileSearch.Result found = FileSearch.between(FROM, TO)
                .find(new FileQuery("", new Glob("*.so"), null, "", null, 1, FileQuery.Sort.SIZE));
        assertThat(found.files()).extracting(FoundFile::path).containsExactly("usr/lib/a.so", "usr/lib/b.so");
        assertThat(found.before()).isEqualTo(100);
        assertThat(found.after()).isEqualTo(70);
    }

    @Test
    void movedFilesMatchByTheirFormerPaths() {
        FileSearch.Result found = FileSearch.between(FROM, TO)
                .find(new FileQuery("/opt/", null, FoundFile.Kind.MOVED, "", null, 0, FileQuery.Sort.PATH));
        assertThat(found.files()).extracting(FoundFile::path).containsExactly("srv/tool");
        assertThat(found.page(1, 100)).isEmpty();
        assertThat(found.page(Integer.MAX_VALUE, 100)).isEmpty();
    }

    @Test
    void oneImageHasAllItsFiles() {
        FileSearch.Result found = FileSearch.in(TO)
                .find(new FileQuery("", null, null, "", null, 0, FileQuery.Sort.PATH));
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
        FileQuery all = new FileQuery("", null, FoundFile.Kind.ADDED, "", null, 0, FileQuery.Sort.PATH);
        assertThat(FileSearch.between(FROM, image).find(all).files()).extracting(FoundFile::path)
                .containsExactly("new/a");
    }

    @Test
    void equalImagesHaveNoFilesThatDiffer() {
        FileQuery all = new FileQuery("", null, null, "", null, 0, FileQuery.Sort.PATH);
        assertThat(FileSearch.between(TO, TO).find(all).files()).isEmpty();
        assertThat(FileSearch.in(TO).find(all).files()).hasSize(3);
    }

    @Test
    void hardLinksMakeTheTotalsDifferFromTheGrowth() {
        Inspection image = InspectionBuilder.image("link").layer("link").file("a", 1).hardLink("b", "a").build();
        FileQuery second = new FileQuery("/b", null, null, "", null, 0, FileQuery.Sort.PATH);
        assertThat(FileSearch.between(FROM, image).find(second).linked()).isTrue();
        assertThat(FileSearch.between(FROM, TO).find(second).linked()).isFalse();
    }

    @Test
    void searchWithTooManyStepsIsRejected() {
        Inspection image = InspectionBuilder.image("long").layer("long").file("a".repeat(1000), 1).build();
        FileQuery glob =
                new FileQuery("", new Glob("*" + "a".repeat(20) + "b"), null, "", null, 0, FileQuery.Sort.PATH);
        FileQuery text = new FileQuery("aaaaaaaaab", null, null, "", null, 0, FileQuery.Sort.PATH);
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
        FileQuery query = new FileQuery(text, null, FoundFile.Kind.REMOVED, "", null, 0, FileQuery.Sort.PATH);
        assertThat(FileSearch.between(FROM, TO).find(query).files()).hasSize(found ? 1 : 0);
    }
}
