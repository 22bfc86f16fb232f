package dev.tare.ecosystem;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.tare.content.BoundedJson;
import dev.tare.ecosystem.license.Licenses;

/** Collects the licenses that a JSON document of a package states. */
public final class StatedLicenses {

    /** More than {@link Licenses} keeps. */
    private static final int MAX_COUNT = 200;

    private final Set<String> texts = new LinkedHashSet<>();

    /** Reads a text, an object with the member {@code type}, or a list of them. */
    public void read(BoundedJson json) {
        json.readEach(() -> {
            String text = json.isObject() ? json.texts("type").get("type") : json.text();
            if (text != null && this.texts.size() < MAX_COUNT) {
                this.texts.add(text);
            }
        });
    }

    /** The licenses, among which the user of the package may choose. */
    public Licenses choice() {
        return Licenses.anyOf(this.texts);
    }
}
