package dev.tare.inspection;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a file has besides its owner, mode and times. Few have any.
 *
 * @param capabilities {@code null} if it has none
 * @param others       the names of all others, in their order; their values are not kept. Capabilities that cannot be
 *                     read are among them.
 */
public record ExtendedAttributes(@Nullable FileCapabilities capabilities, List<String> others) {

    /** What nearly every file has. */
    public static final ExtendedAttributes NONE = new ExtendedAttributes(null, List.of());

    public ExtendedAttributes {
        others = List.copyOf(others);
    }

    /**
     * Those of a file that had others before an entry of another of its names. The new owner, which every entry states,
     * takes the capabilities away; the rest stays.
     */
    ExtendedAttributes over(ExtendedAttributes before) {
        if (before.others.isEmpty()) {
            return this;
        }
        return new ExtendedAttributes(this.capabilities,
                Stream.concat(before.others.stream(), this.others.stream()).distinct().sorted().toList());
    }

    /** Those of a tar entry. */
    static ExtendedAttributes from(Map<String, byte[]> xattrs) {
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
