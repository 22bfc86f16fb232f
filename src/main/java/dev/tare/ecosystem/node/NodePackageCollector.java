package dev.tare.ecosystem.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HashMap;
import java.util.Map;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedJson;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.ecosystem.StatedLicenses;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code package.json} of each Node package. Bun, pnpm and Yarn can install packages as hard links to the
 * files of a cache or store.
 */
final class NodePackageCollector implements ContentCollector {

    private static final String NAME = "package.json";

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), NAME) && NodeModules.isPackage(FilePaths.parent(file.path()));
    }

    @Override
    public boolean wantsForLinks(TarEntry file) {
        return FilePaths.isNamed(file.path(), NAME) || ContentStore.contains(file.path());
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        return ContentStore.contains(file.path()) ? stored(content) : read(content);
    }

    /** Reads a file that may be any file of a package. */
    private @Nullable Finding stored(InputStream content) throws IOException {
        PushbackInputStream document = new PushbackInputStream(content);
        int first = document.read();
        if (first != '{') {
            return null;
        }
        document.unread(first);
        return read(document);
    }

    private @Nullable Finding read(InputStream content) throws IOException {
        Map<String, String> values = new HashMap<>();
        StatedLicenses licenses = new StatedLicenses();
        try {
            BoundedJson.read(content, json -> json.readObject(key -> {
                switch (key) {
                    case "name", "version" -> json.putText(key, values);
                    case "license", "licenses" -> licenses.read(json);
                    default -> json.skip();
                }
            }));
        } catch (UnreadableDatabaseException ex) {
            return NamedPackage.notRead(ex);
        }
        String name = values.get("name");
        return name == null ? null : NamedPackage.of(name, values.get("version"), licenses.choice(), false);
    }
}
