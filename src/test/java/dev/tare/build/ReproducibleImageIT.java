package dev.tare.build;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The same sources give the same digests, wherever and whenever they are built. */
@ExtendWith(CleanBuild.Resolver.class)
class ReproducibleImageIT {

    @Test
    void buildWhenFolderZoneAndLocaleDifferGivesSameDigests(CleanBuild first, @TempDir Path folder) throws Exception {
        Map<String, BuiltImage> second = ImageBuild.of(folder).run(Map.of("TZ", "Asia/Kathmandu", "LC_ALL", "C"));
        assertThat(second).isEqualTo(first.images());
    }

}
