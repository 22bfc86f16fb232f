package dev.tare.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChunksTests {

    private final byte[] file = new byte[3 * LargeContent.CHUNK + 10];

    ChunksTests() {
        new Random(1).nextBytes(this.file);
    }

    @Test
    void partOfOneOrSeveralChunksHasItsBytes() {
        for (int from : List.of(0, 1, LargeContent.CHUNK - 1, LargeContent.CHUNK, 2 * LargeContent.CHUNK + 7)) {
            for (int length : List.of(1, 2, LargeContent.CHUNK, LargeContent.CHUNK + 3, this.file.length - from)) {
                assertThat(chunks().bytes(from, Math.min(length, this.file.length - from)))
                        .as("%s bytes from %s", length, from)
                        .isEqualTo(ByteBuffer.wrap(this.file, from, Math.min(length, this.file.length - from)));
            }
        }
    }

    @Test
    void partOutsideOfTheFileIsUnreadable() {
        Chunks chunks = chunks();
        for (long from : List.of(-1L, (long) this.file.length - 1, Long.MAX_VALUE, Long.MIN_VALUE)) {
            assertThatThrownBy(() -> chunks.bytes(from, 2)).isInstanceOf(UnreadableDatabaseException.class);
        }
        assertThatThrownBy(() -> chunks.bytes(0, 0)).isInstanceOf(UnreadableDatabaseException.class);
        assertThatThrownBy(() -> chunks.bytes(0, -1)).isInstanceOf(UnreadableDatabaseException.class);
        assertThatThrownBy(() -> chunks.bytes(0, Integer.MAX_VALUE)).isInstanceOf(UnreadableDatabaseException.class);
    }

    @Test
    void eachPageIsReturnedOnce() {
        Pages pages = Pages.of(chunks(), 512);
        assertThat(pages.page(1)).isEqualTo(ByteBuffer.wrap(this.file, 512, 512));
        assertThatThrownBy(() -> pages.page(1)).isInstanceOf(UnreadableDatabaseException.class);
    }

    private Chunks chunks() {
        List<byte[]> chunks = new ArrayList<>();
        for (int at = 0; at < this.file.length; at += LargeContent.CHUNK) {
            chunks.add(Arrays.copyOfRange(this.file, at, Math.min(this.file.length, at + LargeContent.CHUNK)));
        }
        return Chunks.of(chunks);
    }
}
