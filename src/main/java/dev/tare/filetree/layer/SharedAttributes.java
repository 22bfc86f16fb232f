package dev.tare.filetree.layer;

import java.util.HashMap;
import java.util.Map;

import dev.tare.archive.tar.DeviceNumber;
import dev.tare.archive.tar.TarEntry;
import dev.tare.filetree.Attributes;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.ExtendedAttributes;
import dev.tare.filetree.TextHash;
import dev.tare.limits.Budget;

/**
 * Stores equal attributes of a layer's files once. The hash is unpredictable, because the author of an image could
 * otherwise choose hundreds of thousands of owners that collide.
 */
final class SharedAttributes {

    private final Map<Long, Attributes> known = new HashMap<>();

    private final Budget budget;

    SharedAttributes(Budget budget) {
        this.budget = budget;
    }

    Attributes of(TarEntry entry) {
        Attributes attributes = new Attributes(entry.type(), entry.mode(), entry.uid(), entry.gid(),
                ExtendedAttributes.from(entry.xattrs()), entry.device());
        Attributes same = this.known.putIfAbsent(hash(attributes), attributes);
        if (same != null && same.equals(attributes)) {
            return same;
        }
        this.budget.take(EntryCost.of(attributes));
        return attributes;
    }

    private static long hash(Attributes attributes) {
        long hash = TextHash.join(TextHash.of(attributes.type().name()), attributes.mode());
        hash = TextHash.join(TextHash.join(hash, attributes.uid()), attributes.gid());
        DeviceNumber device = attributes.device();
        if (device != null) {
            hash = TextHash.join(TextHash.join(hash, device.major()), device.minor());
        }
        return attributes.extended().equals(ExtendedAttributes.NONE) ? hash
                : TextHash.join(hash, TextHash.of(attributes.extended().toString()));
    }
}
