package dev.tare.filetree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * Rights of a program beyond those of its user, from the extended attribute {@code security.capability}. Bit <i>n</i>
 * of a set is the capability with the number <i>n</i>.
 *
 * @param permitted   the capabilities that the program gets
 * @param inheritable the capabilities that it keeps if the calling process passes them on
 * @param effective   whether they are active at once, or only when the program requests them
 * @param rootId      the root user of the only user namespace that honors them, or {@code null} for all namespaces
 * @see <a href="https://man7.org/linux/man-pages/man7/capabilities.7.html">capabilities(7), file capabilities</a>
 */
public record FileCapabilities(long permitted, long inheritable, boolean effective, @Nullable Long rootId) {

    /** The attribute of capabilities. */
    static final String XATTR = "security.capability";

    private static final int EFFECTIVE = 1;

    private static final int REVISION_1 = 0x01000000;

    private static final int REVISION_2 = 0x02000000;

    private static final int REVISION_3 = 0x03000000;

    /** The capabilities as {@code getcap -n} prints them, such as {@code cap_net_bind_service=ep}. */
    @Override
    public String toString() {
        String text = CapabilityText.of(this.permitted, this.inheritable, this.effective);
        return this.rootId == null ? text : text + " [rootid=" + this.rootId + "]";
    }

    /**
     * Parses {@code struct vfs_cap_data} of the revisions 1, 2 and 3, all in little-endian: the revision with the
     * effective flag, one (revision 1) or two pairs of a permitted and an inheritable word, and since revision 3 the
     * root user.
     *
     * @return {@code null} if it has another form
     * @see <a href="https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/capability.h">linux/capability.h</a>
     */
    static @Nullable FileCapabilities parse(byte[] xattr) {
        ByteBuffer words = ByteBuffer.wrap(xattr).order(ByteOrder.LITTLE_ENDIAN);
        int magic = xattr.length < Integer.BYTES ? 0 : words.getInt(0);
        boolean effective = (magic & EFFECTIVE) != 0;
        int size = switch (magic & ~EFFECTIVE) {
            case REVISION_1 -> 12;
            case REVISION_2 -> 20;
            case REVISION_3 -> 24;
            default -> 0;
        };
        return size == 0 || size != xattr.length ? null
                : new FileCapabilities(set(words, 4), set(words, 8), effective, size == 24 ? word(words, 20) : null);
    }

    /** The set whose low word is at an offset. The high word, if there is one, comes two words later. */
    private static long set(ByteBuffer words, int low) {
        int high = low + 2 * Integer.BYTES;
        return word(words, low) | (words.capacity() < 20 ? 0 : word(words, high) << Integer.SIZE);
    }

    private static long word(ByteBuffer words, int offset) {
        return Integer.toUnsignedLong(words.getInt(offset));
    }
}
