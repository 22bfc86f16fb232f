package dev.tare.filetree;

import java.util.List;

import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FileTreeTests {

    private final FileTree files = DrawnImage.anImage()
            .layer(l -> l.directory("usr/bin")
                    .file("usr/bin/dash", "")
                    .symlink("bin", "usr/bin")
                    .symlink("usr/bin/sh", "dash")
                    .symlink("usr/bin/up", "../../bin/./sh")
                    .symlink("abs", "/bin/up")
                    .symlink("loop", "loop")
                    .symlink("dangling", "nowhere")
                    .symlink("above", "../../../usr/bin/dash")
                    .file("usr-x", "")
                    .file("usr0", "")
                    .symlink("root", "/"))
            .files();

    @Test
    void getFollowsNoLink() {
        assertThat(this.files.get("usr/bin/sh")).extracting(FileEntry::linkTarget).isEqualTo("dash");
        assertThat(this.files.get("bin/sh")).isNull();
        assertThat(this.files.get("zzz")).isNull();
    }

    @Test
    void resolveFollowsLinksEverywhere() {
        for (String path : List.of("usr/bin/dash", "usr/bin/sh", "bin/sh", "bin/up", "abs", "/bin//./sh", "above",
                "root/usr/bin/dash", "usr/../bin/dash")) {
            assertThat(this.files.resolve(path)).as(path).extracting(FileEntry::path).isEqualTo("usr/bin/dash");
        }
    }

    @Test
    void resolveOfABrokenLinkIsNull() {
        for (String path : List.of("loop", "loop/a", "dangling", "usr/bin/dash/a", "none/../usr", "", "/",
                "usr/../".repeat(1000) + "usr")) {
            assertThat(this.files.resolve(path)).as(path).isNull();
        }
    }

    @Test
    void belowListsOnlyTheContentsOfAFolder() {
        assertThat(this.files.below("usr")).extracting(FileEntry::path)
                .containsExactly("usr/bin", "usr/bin/dash",
                        "usr/bin/sh", "usr/bin/up");
        assertThat(this.files.below("usr/bin/dash")).isEmpty();
        assertThat(this.files.below("zzz")).isEmpty();
        assertThat(this.files.below("")).hasSameSizeAs(this.files.entries());
    }

    @Test
    void ofWhenAPathIsRepeatedThrowsException() {
        FileEntry entry = this.files.entries().getFirst();
        assertThatIllegalArgumentException().isThrownBy(() -> FileTree.of(List.of(entry, entry)))
                .withMessage("Path given twice: " + entry.path());
    }
}
