package dev.tare.inspection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tare.archive.TarEntry;

/** Keeps equal extended attributes of an image's files once, whichever of its layers they are in. */
final class SharedAttributes {

    private final Map<ExtendedAttributes, ExtendedAttributes> known = new ConcurrentHashMap<>();

    ExtendedAttributes of(TarEntry entry) {
        if (entry.xattrs().isEmpty()) {
            return ExtendedAttributes.NONE;
        }
        return this.known.computeIfAbsent(ExtendedAttributes.from(entry.xattrs()), attributes -> attributes);
    }
}
