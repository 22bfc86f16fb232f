package dev.tare.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.tare.fixture.LayerBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class TarReaderTests {

    @Test
    void nextReadsEveryKindOfEntry() throws IOException {
        byte[] tar = new LayerBuilder().directory("etc", 01777)
                .file("etc/passwd", "root", 04755)
                .symlink("etc/link", "../x")
                .hardLink("etc/hard", "/etc/passwd")
                .fifo("run/fifo")
                .characterDevice("dev/null", 1, 3)
                .toTar();
        assertThat(read(tar)).extracting(TarEntry::path, TarEntry::type, TarEntry::mode, TarEntry::linkTarget)
                .containsExactly(tuple("etc", EntryType.DIRECTORY, 01777, null),
                        tuple("etc/passwd", EntryType.FILE, 04755, null),
                        tuple("etc/link", EntryType.SYMBOLIC_LINK, 0777, "../x"),
                        tuple("etc/hard", EntryType.HARD_LINK, 0644, "etc/passwd"),
                        tuple("run/fifo", EntryType.FIFO, 0644, null),
                        tuple("dev/null", EntryType.CHARACTER_DEVICE, 0666, null));
    }

    @Test
    void contentIsBoundedToTheEntry() throws IOException {
        byte[] tar = new LayerBuilder().file("a", "first").file("b", "second").toTar();
        TarReader reader = reader(tar);
        reader.next();
        assertThat(reader.content()).hasContent("first");
        reader.next();
        assertThat(reader.content()).hasContent("second");
        assertThat(reader.next()).isNull();
    }

    @Test
    void nextSkipsUnreadContent() throws IOException {
        byte[] tar = new LayerBuilder().file("a", new byte[100_000]).file("b", "second").toTar();
        assertThat(read(tar)).extracting(TarEntry::path, TarEntry::size)
                .containsExactly(tuple("a", 100_000L),
                        tuple("b", 6L));
    }

    @Test
    void nextWhenPathClimbsOutThrowsException() {
        byte[] tar = new LayerBuilder().file("etc/../../passwd", "root").toTar();
        assertThatExceptionOfType(PathEscapesException.class).isThrownBy(() -> read(tar))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("path-escapes"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("etc/../../passwd"));
    }

    @Test
    void nextWhenBytesAreNoTarThrowsException() {
        byte[] text = "Not a tar. ".repeat(100).getBytes();
        assertThatExceptionOfType(InvalidTarException.class).isThrownBy(() -> read(text))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("not-a-tar"))
                .withMessageStartingWith("\"layer.tar\" is not a tar archive");
    }

    @Test
    void nextWhenContentIsCutOffThrowsException() {
        byte[] tar = Arrays.copyOf(new LayerBuilder().file("a", new byte[2000]).toTar(), 1500);
        assertThatExceptionOfType(InvalidTarException.class).isThrownBy(() -> read(tar))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("truncated"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("a"));
    }

    private static List<TarEntry> read(byte[] tar) throws IOException {
        TarReader reader = reader(tar);
        List<TarEntry> entries = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            entries.add(entry);
        }
        return entries;
    }

    private static TarReader reader(byte[] tar) {
        return new TarReader(new ByteArrayInputStream(tar), "layer.tar", Limits.DEFAULTS);
    }
}
