package dev.tare.inspection;

import java.util.HashMap;
import java.util.Map;

import dev.tare.archive.TarEntry;

/** Keeps equal attributes of a layer's files once. */
final class SharedAttributes {

    private final Map<Attributes, Attributes> known = new HashMap<>();

    private final ScanBudget budget;

    SharedAttributes(ScanBudget budget) {
        this.budget = budget;
    }

    Attributes of(TarEntry entry) {
        Attributes attributes = new Attributes(entry.type(), entry.mode(), entry.uid(), entry.gid(),
                ExtendedAttributes.from(entry.xattrs()), entry.device());
        Attributes same = this.known.putIfAbsent(attributes, attributes);
        if (same == null) {
            this.budget.takeAttributes(attributes);
            return attributes;
        }
        return same;
    }
}
