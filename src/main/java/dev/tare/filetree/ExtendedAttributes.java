package dev.tare.filetree;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * The extended attributes of a file. Few files have any.
 *
 * @param capabilities {@code null} if the file has none
 * @param others       the names of all other attributes, in order, without their values; includes invalid capabilities
 */
public record ExtendedAttributes(@Nullable FileCapabilities capabilities, List<String> others) {

    /** No attributes, the usual case. */
    public static final ExtendedAttributes NONE = new ExtendedAttributes(null, List.of());

    /**
     * @throws LimitExceededException if the names exceed the limit of Linux for one file
     * @see <a href="https://man7.org/linux/man-pages/man2/listxattr.2.html">listxattr(2)</a>
     */
    public ExtendedAttributes {
        others = List.copyOf(others);
        checkSize(others.stream().mapToInt(name -> name.length() + 1).sum());
    }

    public static void checkSize(long namesSize) {
        if (namesSize > Limit.XATTR_NAMES.value()) {
            throw new LimitExceededException(Limit.XATTR_NAMES, Limit.XATTR_NAMES.value(), null);
        }
    }

    /** The same capabilities with other names. */
    ExtendedAttributes withOthers(Collection<String> names) {
        return new ExtendedAttributes(this.capabilities, List.copyOf(names));
    }

    /** The extended attributes of a tar entry. */
    public static ExtendedAttributes from(Map<String, byte[]> xattrs) {
        if (xattrs.isEmpty()) {
            return NONE;
        }
        byte[] value = xattrs.get(FileCapabilities.XATTR);
        FileCapabilities capabilities = value == null ? null : FileCapabilities.parse(value);
        return new ExtendedAttributes(capabilities, xattrs.keySet()
                .stream()
                .filter(name -> capabilities == null || !name.equals(FileCapabilities.XATTR))
                .sorted()
                .toList());
    }
}
