package dev.tare.ecosystem.node;

import java.io.IOException;
import java.io.InputStream;
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

/** Reads the {@code package.json} of each Node package. */
final class NodePackageCollector implements ContentCollector {

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "package.json")
                && NodeModules.isPackage(FilePaths.parent(file.path()));
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
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
