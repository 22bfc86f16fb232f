package dev.tare.ecosystem;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import dev.tare.content.BoundedJson;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/** The packages of a language that one file lists. */
public record NamedPackages(List<NamedPackage> packages) implements Finding {

    /** Large applications have a thousand. */
    private static final int MAX_PACKAGES = 100_000;

    public NamedPackages {
        packages = List.copyOf(packages);
    }

    /**
     * Parses a JSON document. The result is {@code null} if it lists no packages.
     *
     * @param document reads the document, and adds its packages
     * @throws IOException only if the content cannot be read
     */
    public static @Nullable Finding parse(InputStream content, BiConsumer<BoundedJson, Builder> document)
            throws IOException {
        Builder packages = new Builder();
        try {
            BoundedJson.read(content, json -> document.accept(json, packages));
        } catch (UnreadableDatabaseException ex) {
            return notRead(ex.getMessage());
        }
        return packages.packages.isEmpty() ? null : new NamedPackages(packages.packages);
    }

    /** @param because the end of a sentence about the list of packages */
    public static NotRead notRead(@Nullable String because) {
        return new NotRead(Unread.Subject.LANGUAGE_PACKAGE,
                "The list of packages in this file is not read, because " + because + ".");
    }

    @Override
    public boolean countsForEachName() {
        return true;
    }

    @Override
    public long length() {
        return this.packages.stream().mapToLong(NamedPackage::length).sum();
    }

    /** Collects the packages of a document. */
    public static final class Builder {

        private final List<NamedPackage> packages = new ArrayList<>();

        private Builder() {}

        /** Adds a package whose licenses are unknown. */
        public void add(@Nullable String name, @Nullable String version) {
            add(name, version, Licenses.NONE);
        }

        /**
         * Adds a package, unless its name is unknown. A blank text is unknown.
         *
         * @throws UnreadableDatabaseException if the packages exceed a bound
         */
        public void add(@Nullable String name, @Nullable String version, Licenses licenses) {
            if (name == null || name.isBlank()) {
                return;
            }
            if (this.packages.size() == MAX_PACKAGES) {
                throw new UnreadableDatabaseException("it has more than " + MAX_PACKAGES + " packages");
            }
            String known = version == null || version.isBlank() ? null : version;
            if (!(NamedPackage.of(name, known, licenses, false) instanceof NamedPackage one)) {
                throw new UnreadableDatabaseException("a name and version in it are too long");
            }
            this.packages.add(one);
        }
    }
}
