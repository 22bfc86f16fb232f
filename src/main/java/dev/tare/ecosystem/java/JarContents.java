package dev.tare.ecosystem.java;

import java.util.List;

import dev.tare.content.Finding;

/**
 * Which library a jar is, the jars in it, and which of all of them cannot be read.
 */
public record JarContents(ReadJar jar, List<NestedJar> nested, List<UnreadJar> unread) implements Finding {

    public JarContents {
        nested = List.copyOf(nested);
        unread = List.copyOf(unread);
    }

    @Override
    public long length() {
        return this.jar.length() + this.nested.stream().mapToLong(NestedJar::length).sum()
                + this.unread.stream().mapToLong(UnreadJar::length).sum();
    }
}
