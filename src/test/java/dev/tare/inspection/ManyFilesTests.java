package dev.tare.inspection;

import dev.tare.fixture.ChildJvm;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyFilesTests {

    private static final int MILLION = 1_000_000;

    /** With this heap also everything else of the inspection must be done, and its result be kept. */
    @Test
    void millionFilesAreInspectedInAHeapOf320Megabytes() throws Exception {
        assertThat(ChildJvm.run(ManyFiles.class, 320, MILLION)).startsWith(MILLION + " files");
    }

    @Test
    void treeKeepsAFileInLessThan200Bytes() {
        int files = 10_000;
        Inspection none = new Inspector(Limits.DEFAULTS).inspect(new ManyFiles(0));
        Inspection many = new Inspector(Limits.DEFAULTS).inspect(new ManyFiles(files));
        assertThat(many.files().get(ManyFiles.path(files - 1))).isNotNull();
        assertThat(many.heapSize() - none.heapSize()).isLessThan(200L * files);
    }
}
