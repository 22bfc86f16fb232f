package dev.tare.ecosystem.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Adler32;

import dev.tare.content.Chunks;
import dev.tare.content.UnreadableDatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A database with one page of slots, and one package of 20 bytes in three blocks. */
class NdbPackagesTests {

    private static final int PAGE = 4096;

    private static final int FIRST_SLOT = 32;

    private final ByteBuffer bytes = ByteBuffer.allocate(PAGE + 48).order(ByteOrder.LITTLE_ENDIAN);

    NdbPackagesTests() {
        text(0, "RpmP");
        this.bytes.putInt(12, 1);
        for (int at = FIRST_SLOT; at < PAGE; at += 16) {
            text(at, "Slot");
        }
        slot(FIRST_SLOT, 1, PAGE / 16, 3);
        text(PAGE, "BlbS");
        this.bytes.putInt(PAGE + 4, 1).putInt(PAGE + 12, 20).put(PAGE + 16, (byte) 'a').put(PAGE + 35, (byte) 'z');
        seal();
    }

    @Test
    void headerOfAPackageIsRead() {
        assertThat(read()).singleElement().satisfies(header -> {
            assertThat(header.remaining()).isEqualTo(20);
            assertThat(header.get(0)).isEqualTo((byte) 'a');
            assertThat(header.get(19)).isEqualTo((byte) 'z');
        });
    }

    @Test
    void databaseOfAnotherVersionIsNotRead() {
        assertIsNotRead("it is an ndb database with the unknown version 1", bytes -> bytes.putInt(4, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 2, -1, Integer.MAX_VALUE, Integer.MIN_VALUE })
    void pagesOfSlotsThatDoNotExistAreDamaged(int pages) {
        assertIsDamaged(bytes -> bytes.putInt(12, pages));
    }

    @Test
    void slotWithoutItsMagicIsDamaged() {
        assertIsDamaged(bytes -> bytes.put(PAGE - 16, (byte) 0));
    }

    /** Otherwise each slot of a small file could have all of its bytes. */
    @Test
    void slotsThatShareBlocksAreDamaged() {
        assertIsDamaged(bytes -> slot(FIRST_SLOT + 16, 1, PAGE / 16, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 255, 257, -1, Integer.MIN_VALUE })
    void slotWithOtherBlocksIsDamaged(int block) {
        this.bytes.putInt(FIRST_SLOT + 8, block);
        assertThatThrownBy(this::read).isInstanceOf(UnreadableDatabaseException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 4, -1, Integer.MAX_VALUE, Integer.MIN_VALUE })
    void slotWithAnotherNumberOfBlocksIsDamaged(int blocks) {
        assertIsDamaged(bytes -> bytes.putInt(FIRST_SLOT + 12, blocks));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 4, 21, -1, Integer.MAX_VALUE, Integer.MIN_VALUE })
    void headerOfAnotherSizeIsDamaged(int size) {
        assertIsDamaged(bytes -> {
            bytes.putInt(PAGE + 12, size);
            seal();
        });
    }

    @Test
    void blocksOfAnotherPackageAreDamaged() {
        assertIsDamaged(bytes -> bytes.putInt(FIRST_SLOT + 4, 2));
    }

    @Test
    void damagedHeaderDoesNotMatchItsChecksum() {
        assertIsDamaged(bytes -> bytes.put(PAGE + 20, (byte) 1));
    }

    @Test
    void databaseWithoutPackagesIsEmpty() {
        slot(FIRST_SLOT, 0, 0, 0);
        assertThat(read()).isEmpty();
    }

    private void text(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            this.bytes.put(at + i, (byte) text.charAt(i));
        }
    }

    private void slot(int at, int index, int block, int blocks) {
        this.bytes.putInt(at + 4, index).putInt(at + 8, block).putInt(at + 12, blocks);
    }

    /** Writes the end of the package, with the checksum and the size. */
    private void seal() {
        Adler32 sum = new Adler32();
        sum.update(this.bytes.slice(PAGE, 36));
        this.bytes.putInt(PAGE + 36, (int) sum.getValue()).putInt(PAGE + 40, this.bytes.getInt(PAGE + 12));
        text(PAGE + 44, "BlbE");
    }

    private void assertIsDamaged(Consumer<ByteBuffer> change) {
        assertIsNotRead("its blocks are damaged", change);
    }

    private void assertIsNotRead(String reason, Consumer<ByteBuffer> change) {
        change.accept(this.bytes);
        assertThatThrownBy(this::read).isInstanceOf(UnreadableDatabaseException.class).hasMessage(reason);
    }

    private List<ByteBuffer> read() {
        List<ByteBuffer> headers = new ArrayList<>();
        NdbPackages.readHeaders(Chunks.of(List.of(this.bytes.array())), headers::add);
        return headers;
    }
}
