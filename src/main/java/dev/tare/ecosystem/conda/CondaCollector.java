package dev.tare.ecosystem.conda;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedJson;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.ListedPaths;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * Reads the document of each package in the folder {@code conda-meta} of an environment. conda, mamba, micromamba and
 * pixi write it.
 *
 * @see <a href="https://conda.github.io/rattler/py-rattler/prefix_record">PrefixRecord, which has its members</a>
 */
final class CondaCollector implements ContentCollector {

    static final String FOLDER = "conda-meta";

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        if (!path.endsWith(".json")) {
            return false;
        }
        int folder = path.lastIndexOf('/') - FOLDER.length();
        return folder >= 0 && path.startsWith(FOLDER, folder) && (folder == 0 || path.charAt(folder - 1) == '/');
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        Map<String, String> values = new HashMap<>();
        ListedPaths files = new ListedPaths(file.size());
        try {
            BoundedJson.read(content, json -> json.readObject(key -> {
                switch (key) {
                    case "name", "version", "license" -> json.putText(key, values);
                    case "files" -> json.readList(() -> add(json.text(), files));
                    default -> json.skip();
                }
            }));
        } catch (UnreadableDatabaseException ex) {
            return NamedPackage.notRead(ex);
        }
        String name = values.get("name");
        Finding named = name == null ? null
                : NamedPackage.of(name, values.get("version"), Licenses.of(values.get("license")), false);
        return named instanceof NamedPackage one ? new CondaPackage(one, files.next()) : named;
    }

    private static void add(@Nullable String path, ListedPaths files) {
        if (path != null) {
            files.add("", path);
        }
    }
}
