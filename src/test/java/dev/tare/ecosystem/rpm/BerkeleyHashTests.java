package dev.tare.ecosystem.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.tare.content.Chunks;
import dev.tare.content.UnreadableDatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Databases with pages of 512 bytes: metadata, one bucket, its second page, and two overflow pages. */
class BerkeleyHashTests {

    private static final int PAGE = 512;

    private static final int BUCKET = PAGE;

    private static final int SECOND = 2 * PAGE;

    private static final int OVERFLOW = 3 * PAGE;

    private static final int LAST = 4 * PAGE;

    private static final int NEXT = 16;

    private final ByteBuffer bytes = ByteBuffer.allocate(5 * PAGE).order(ByteOrder.LITTLE_ENDIAN);

    BerkeleyHashTests() {
        this.bytes.putInt(12, 0x061561).putInt(16, 9).putInt(20, PAGE).putInt(96, 1);
        page(BUCKET, 13, 2);
        page(SECOND, 2, 0);
        page(OVERFLOW, 7, 4);
        page(LAST, 7, 0);
        item(BUCKET, 0, 1, 0);
        this.bytes.put(BUCKET + PAGE - 9, (byte) 1);
        item(SECOND, 0, 1, 7);
        this.bytes.putShort(SECOND + 28, (short) (PAGE - 17));
        overflow(SECOND + PAGE - 17, 3, 500);
        this.bytes.putShort(OVERFLOW + 22, (short) (PAGE - 26)).putShort(LAST + 22, (short) 14);
        this.bytes.put(OVERFLOW + 26, (byte) 'a').put(LAST + 26 + 13, (byte) 'z');
    }

    @Test
    void valueInOverflowPagesOfTheSecondPageOfABucketIsRead() {
        assertThat(read()).singleElement().satisfies(value -> {
            assertThat(value.remaining()).isEqualTo(500);
            assertThat(value.get(0)).isEqualTo((byte) 'a');
            assertThat(value.get(499)).isEqualTo((byte) 'z');
        });
    }

    @Test
    void valueInItsPageIsRead() {
        this.bytes.put(SECOND + PAGE - 17, (byte) 1);
        assertThat(read()).singleElement().satisfies(value -> assertThat(value.remaining()).isEqualTo(11));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x053162, 0x042253, 0x074582 })
    void databaseThatIsNoHashIsNotRead(int magic) {
        assertIsNotRead("it is a Berkeley database, but not a hash as rpm writes it", bytes -> bytes.putInt(12, magic));
    }

    @Test
    void databaseOfAnotherVersionIsNotRead() {
        assertIsNotRead("it is a Berkeley database with the unknown version 7", bytes -> bytes.putInt(16, 7));
    }

    @Test
    void encryptedDatabaseIsNotRead() {
        assertIsNotRead("it is encrypted", bytes -> bytes.put(24, (byte) 1));
    }

    @Test
    void databaseWithChecksumsIsNotRead() {
        assertIsNotRead("its pages have checksums, which rpm does not write", bytes -> bytes.put(26, (byte) 1));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 511, 513, 1 << 17, -1, Integer.MIN_VALUE })
    void invalidPageSizeIsNotRead(int size) {
        assertIsNotRead("its page size of " + size + " is invalid", bytes -> bytes.putInt(20, size));
    }

    @Test
    void circleOfBucketPagesEnds() {
        assertIsDamaged(bytes -> bytes.putInt(SECOND + NEXT, 1));
        assertIsDamaged(bytes -> bytes.putInt(SECOND + NEXT, 2));
    }

    @Test
    void circleOfOverflowPagesEnds() {
        assertIsDamaged(bytes -> {
            overflow(SECOND + PAGE - 17, 3, 10_000);
            bytes.putInt(LAST + NEXT, 3);
        });
    }

    @Test
    void overflowPageWithoutContentEnds() {
        assertIsDamaged(bytes -> bytes.putShort(OVERFLOW + 22, (short) 0));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, 486, 501, 33 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE })
    void valueWithAnotherSizeThanItsPagesIsDamaged(int size) {
        assertIsDamaged(bytes -> overflow(SECOND + PAGE - 17, 3, size));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 5, -1, Integer.MAX_VALUE })
    void overflowPageThatIsNoneIsDamaged(int number) {
        assertIsDamaged(bytes -> overflow(SECOND + PAGE - 17, number, 500));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 1000, -1, Integer.MAX_VALUE })
    void moreBucketsThanPagesAreDamaged(int last) {
        assertIsDamaged(bytes -> bytes.putInt(72, last));
    }

    @ParameterizedTest
    @ValueSource(shorts = { 1, 3, 400, -1 })
    void pageWithAnotherNumberOfItemsIsDamaged(short items) {
        assertIsDamaged(bytes -> bytes.putShort(SECOND + 20, items));
    }

    @ParameterizedTest
    @ValueSource(shorts = { 0, 28, 507, 512, -1 })
    void itemOutsideOfItsPlaceIsDamaged(short offset) {
        assertIsDamaged(bytes -> bytes.putShort(SECOND + 28, offset));
    }

    @Test
    void keyThatRpmDoesNotWriteIsDamaged() {
        assertIsDamaged(bytes -> bytes.putShort(SECOND + 26, (short) (PAGE - 6)));
    }

    @Test
    void pageWithoutItsNumberIsDamaged() {
        assertIsDamaged(bytes -> bytes.putInt(LAST + 8, 3));
    }

    @Test
    void databaseThatStatesRecordsButHasNoneIsDamaged() {
        assertIsDamaged(bytes -> bytes.putInt(88, 2).putInt(BUCKET + NEXT, 0));
    }

    @Test
    void databaseWithoutPackagesIsEmpty() {
        this.bytes.putInt(88, 1).putInt(BUCKET + NEXT, 0);
        assertThat(read()).isEmpty();
    }

    private void page(int at, int type, int next) {
        this.bytes.putInt(at + 8, at / PAGE).putInt(at + NEXT, next).put(at + 25, (byte) type);
    }

    /** Puts a key at the end of a page, and a value of four bytes before it. */
    private void item(int page, int index, int type, int key) {
        this.bytes.putShort(page + 20, (short) 2)
                .putShort(page + 26 + index, (short) (PAGE - 5))
                .putShort(page + 28 + index, (short) (PAGE - 9))
                .put(page + PAGE - 5, (byte) type)
                .putInt(page + PAGE - 4, key);
    }

    private void overflow(int at, int page, int size) {
        this.bytes.put(at, (byte) 3).putInt(at + 4, page).putInt(at + 8, size);
    }

    private void assertIsDamaged(Consumer<ByteBuffer> change) {
        assertIsNotRead("its pages are damaged", change);
    }

    private void assertIsNotRead(String reason, Consumer<ByteBuffer> change) {
        change.accept(this.bytes);
        assertThatThrownBy(this::read).isInstanceOf(UnreadableDatabaseException.class).hasMessage(reason);
    }

    private List<ByteBuffer> read() {
        List<ByteBuffer> values = new ArrayList<>();
        BerkeleyHash.readValues(Chunks.of(List.of(this.bytes.array())), values::add);
        return values;
    }
}
