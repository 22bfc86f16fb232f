package dev.tare.build;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The same sources give the same digests, wherever and whenever they are built. */
@ExtendWith(Builds.class)
class ReproducibleImageIT {

    @Test
    void buildWhenFolderZoneAndLocaleDifferGivesSameDigests(CleanBuild first, PushedBuild second) {
        assertThat(second.images()).isEqualTo(first.images());
    }

}
