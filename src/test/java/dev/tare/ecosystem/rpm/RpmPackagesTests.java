package dev.tare.ecosystem.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.tare.content.UnreadableDatabaseException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A few bytes of a header can encode many long paths. */
class RpmPackagesTests {

    @Test
    void rpmFolderWithATooLongPathHasNoFiles() {
        RpmPackages packages = new RpmPackages(5 << 20);
        packages.add(rpm("/" + "a".repeat(4 << 20) + "/", 1000));
        assertThat(packages.list().packages()).extracting(one -> one.files().isEmpty()).containsExactly(true);
    }

    @Test
    void rpmPackageWithMorePathsThanItsSizeAllowsIsNotRead() {
        RpmPackages packages = new RpmPackages(1 << 20);
        ByteBuffer header = rpm("/" + "a".repeat(4000) + "/", 100_000);
        assertThatThrownBy(() -> packages.add(header)).isInstanceOf(UnreadableDatabaseException.class)
                .hasMessage("its file paths take more memory than those of any real database");
    }

    /** The header of a package with files in one folder. The names of the files are empty. */
    private static ByteBuffer rpm(String folder, int files) {
        byte[] data = Arrays.copyOf(("evil\0" + folder + "\0").getBytes(StandardCharsets.US_ASCII),
                5 + folder.length() + 1 + files + Integer.BYTES * files);
        ByteBuffer header = ByteBuffer.allocate(8 + 16 * 4 + data.length).putInt(4).putInt(data.length);
        int names = 5 + folder.length() + 1;
        entry(header, 1000, 6, 0, 1);
        entry(header, 1118, 8, 5, 1);
        entry(header, 1117, 8, names, files);
        entry(header, 1116, 4, names + files, files);
        header.put(data);
        return header.flip();
    }

    private static void entry(ByteBuffer header, int tag, int type, int offset, int count) {
        header.putInt(tag).putInt(type).putInt(offset).putInt(count);
    }
}
