package dev.tare.comparison;

import java.util.List;

import dev.tare.comparison.Comparison.LayerPresence;
import dev.tare.comparison.Comparison.Sharing;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.change.SurfaceChange;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class ComparisonTests {

    private final Inspection slim = InspectionBuilder.image("slim")
            .layer("debian")
            .file("bin/sh", 1_000)
            .surface(SurfaceKind.SHELL, "bin/sh")
            .layer("app")
            .file("app.jar", 400)
            .build();

    private final Inspection distroless = InspectionBuilder.image("distroless")
            .layer("bare")
            .file("etc/passwd", 60)
            .layer("app")
            .file("app.jar", 400)
            .build();

    private final Inspection third = InspectionBuilder.image("third")
            .layer("debian")
            .file("bin/sh", 1_000)
            .surface(SurfaceKind.SHELL, "bin/sh")
            .plainLayer("other")
            .file("other", 50)
            .build();

    @Test
    void createWhenThereIsNoImageThrowsException() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(List.of()))
                .withMessageContaining("one or more");
    }

    @Test
    void ofUsesRequestedNamesOrNamesOfTheSources() {
        assertThat(names(new ComparedImage(this.slim, "a.tar", null),
                new ComparedImage(this.distroless, "b.tar", "before"))).containsExactly("slim", "before");
    }

    @Test
    void ofWhenImagesHaveTheSameNameAddsTheirSources() {
        assertThat(names(new ComparedImage(this.slim, "a.tar", null), new ComparedImage(this.third, "b.tar", "slim"),
                new ComparedImage(this.distroless, "c.tar", null)))
                .containsExactly("slim (a.tar)", "slim (b.tar)", "distroless");
    }

    @Test
    void ofWhenNamesAndSourcesAreTheSameAddsNumbers() {
        assertThat(names(new ComparedImage(this.slim, "a.tar", null), new ComparedImage(this.slim, "a.tar", null)))
                .containsExactly("slim (a.tar)", "slim (a.tar) (2)");
    }

    @Test
    void ofMasksSecretsInNamesAndSources() {
        assertThat(names(new ComparedImage(this.slim, "a.tar", "https://me:s3cret@example.com/app"),
                new ComparedImage(this.slim, "password=s3cret", null),
                new ComparedImage(this.slim, "b.tar", null)))
                .containsExactly("https://(hidden)@example.com/app", "slim (password=(hidden))", "slim (b.tar)");
    }

    @Test
    void overKeepsTheNames() {
        Comparison comparison = new Comparison(List.of(this.slim, this.distroless)).over(image -> this.third);
        assertThat(comparison.images()).extracting(image -> image.image().name()).containsExactly("slim", "distroless");
        assertThat(comparison.images()).extracting(Inspection::files).containsOnly(this.third.files());
    }

    @Test
    void layersListsTheImagesOfEachLayer() {
        Comparison comparison = new Comparison(List.of(this.slim, this.distroless, this.third));
        assertThat(comparison.layers()).extracting(LayerPresence::images)
                .containsExactly(List.of(0, 2), List.of(0, 1),
                        List.of(1), List.of(2));
    }

    @Test
    void sharingSplitsEachImageIntoSharedAndUnique() {
        Comparison comparison = new Comparison(List.of(this.slim, this.distroless, this.third));
        assertThat(comparison.sharing()).containsExactly(new Sharing(2, 0, 1_400, 0, 700L, 0L),
                new Sharing(1, 1, 400, 60, 200L, 30L), new Sharing(1, 1, 1_000, 50, 500L, null));
    }

    @Test
    void sharingOfUncompressedBytesAddsUpToTheWholeImage() {
        Comparison comparison = new Comparison(List.of(this.slim, this.distroless, this.third));
        for (int i = 0; i < 3; i++) {
            Sharing sharing = comparison.sharing().get(i);
            assertThat(sharing.sharedUncompressed() + sharing.uniqueUncompressed())
                    .isEqualTo(comparison.images().get(i).weight().sizes().uncompressed());
        }
    }

    @Test
    void sharingWhenALayerIsRepeatedWithinAnImageIsStillUnique() {
        Inspection twice = InspectionBuilder.image("twice").layer("empty").layer("empty").build();
        assertThat(new Comparison(List.of(this.slim, twice)).sharing().get(1).uniqueLayers()).isEqualTo(2);
    }

    @Test
    void differenceCountsCommonLeadingLayersOnly() {
        Comparison comparison = new Comparison(List.of(this.slim, this.distroless, this.third));
        assertThat(comparison.difference(0, 1).commonLeadingLayers()).isZero();
        assertThat(comparison.difference(0, 2).commonLeadingLayers()).isEqualTo(1);
        assertThat(comparison.difference(0, 0).commonLeadingLayers()).isEqualTo(2);
    }

    @Test
    void differenceListsRemovedSurface() {
        Difference difference = new Comparison(List.of(this.slim, this.distroless)).difference(0, 1);
        assertThat(difference.surface()).extracting(SurfaceChange::change, change -> change.item().path())
                .containsExactly(tuple(Change.REMOVED, "bin/sh"));
    }

    private static List<String> names(ComparedImage... images) {
        return Comparison.of(List.of(images)).images().stream().map(image -> image.image().name()).toList();
    }
}
