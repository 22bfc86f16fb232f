package dev.tare.inspection;

import dev.tare.fixture.ChildJvm;
import dev.tare.fixture.Scale;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManyFilesTests {

    private static final int FILES = Scale.of("tare.many.files", 250_000, 1_000_000);

    private static final int MEGABYTES = 20 + FILES / 10_000 * 3;

    /** The whole inspection and its result fit in this heap: a million files in 320 MiB. */
    @Test
    void filesAreInspectedInAHeapOf300BytesForEachAnd20Megabytes() throws Exception {
        assertThat(ChildJvm.run(ManyFiles.class, MEGABYTES, FILES)).startsWith(FILES + " files");
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
