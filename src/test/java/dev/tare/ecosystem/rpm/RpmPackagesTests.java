package dev.tare.ecosystem.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.tare.content.PathList;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.ecosystem.InstalledPackage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A few bytes of a header can encode many long paths. */
class RpmPackagesTests {

    @Test
    void rpmFolderWithATooLongPathHasNoFiles() {
        RpmPackages packages = new RpmPackages(5 << 20);
        packages.add(rpm("/" + "a".repeat(4 << 20) + "/", 1000));
        assertThat(packages.list(true).packages()).extracting(one -> one.files().isEmpty()).containsExactly(true);
    }

    @Test
    void rpmPackageWithMorePathsThanItsSizeAllowsIsNotRead() {
        RpmPackages packages = new RpmPackages(1 << 20);
        ByteBuffer header = rpm("/" + "a".repeat(4000) + "/", 100_000);
        assertThatThrownBy(() -> packages.add(header)).isInstanceOf(UnreadableDatabaseException.class)
                .hasMessage("its lists take more memory than those of any real database");
    }

    /** Features of rpm itself and conditions are no packages. */
    @Test
    void rpmPackageHasItsSourceAndItsRelations() {
        RpmPackages packages = new RpmPackages(1 << 20);
        packages.add(texts(Map.of(1000, "libs", 1001, "3.0", 1002, "1.el9", 1044, "openssl-3.0-1.el9.src.rpm", 1047,
                "libs\0libssl.so.3()(64bit)", 1049,
                "rpmlib(CompressedFileNames)\0/bin/sh\0(a if b)\0libc.so.6()(64bit)")));
        InstalledPackage one = packages.list(true).packages().getFirst();
        assertThat(one.source()).isEqualTo("openssl");
        assertThat(one.sourceVersion()).isEqualTo("3.0-1.el9");
        assertThat(listed(one.relations().needs())).containsExactly("/bin/sh", "libc.so.6()(64bit)");
        assertThat(listed(one.relations().offers())).containsExactly("libs", "libssl.so.3()(64bit)");
    }

    @Test
    void packageWithoutVersionOrReleaseIsDamaged() {
        for (Map<Integer, String> damaged : List.of(Map.of(1000, "a"), Map.of(1000, "a", 1001, "1"),
                Map.of(1000, "a", 1002, "1"), Map.of(1000, "a", 1001, "", 1002, "1"))) {
            RpmPackages packages = new RpmPackages(1 << 20);
            packages.add(texts(damaged));
            assertThatThrownBy(() -> packages.list(true)).isInstanceOf(UnreadableDatabaseException.class);
            packages.add(texts(Map.of(1000, "b", 1001, "1", 1002, "2")));
            assertThat(packages.list(true).packages()).extracting(InstalledPackage::version).containsExactly("1-2");
            assertThat(packages.list(true).isComplete()).isFalse();
        }
    }

    @Test
    void rpmPackageWithMoreNamesThanItsSizeAllowsIsNotRead() {
        RpmPackages packages = new RpmPackages(1);
        ByteBuffer header = texts(Map.of(1000, "evil", 1001, "1", 1002, "1", 1049,
                "x".repeat(4000) + ("\0" + "x".repeat(4000)).repeat(300)));
        assertThatThrownBy(() -> packages.add(header)).isInstanceOf(UnreadableDatabaseException.class);
    }

    private static List<String> listed(PathList list) {
        List<String> listed = new ArrayList<>();
        list.forEach(listed::add);
        return listed;
    }

    /** A header with texts by their tags. Zero characters separate several texts of a tag. */
    private static ByteBuffer texts(Map<Integer, String> texts) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(1 << 22).putInt(texts.size());
        header.position(8);
        texts.forEach((tag, text) -> {
            entry(header, tag, text.indexOf(0) < 0 ? 6 : 8, data.size(), text.split("\0").length);
            data.writeBytes((text + "\0").getBytes(StandardCharsets.US_ASCII));
        });
        return header.putInt(4, data.size()).put(data.toByteArray()).flip();
    }

    /** The header of a package with files in one folder. The names of the files are empty. */
    private static ByteBuffer rpm(String folder, int files) {
        byte[] data = Arrays.copyOf(("evil\0" + folder + "\0").getBytes(StandardCharsets.US_ASCII),
                5 + folder.length() + 1 + files + Integer.BYTES * files);
        ByteBuffer header = ByteBuffer.allocate(8 + 16 * 6 + data.length).putInt(6).putInt(data.length);
        int names = 5 + folder.length() + 1;
        entry(header, 1000, 6, 0, 1);
        entry(header, 1001, 6, 0, 1);
        entry(header, 1002, 6, 0, 1);
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
