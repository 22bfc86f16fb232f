package dev.tare.ecosystem.php;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedJson;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.ecosystem.NamedPackages;
import dev.tare.ecosystem.StatedLicenses;
import org.jspecify.annotations.Nullable;

/**
 * Reads the packages that Composer installed in the folder {@code vendor}, which a project may rename. Composer 1
 * writes a list, and Composer 2 an object with a list. The project itself is not among the packages.
 *
 * @see <a href="https://github.com/composer/composer/blob/main/src/Composer/Repository/FilesystemRepository.php">
 *      FilesystemRepository, which writes the file</a>
 */
final class InstalledJsonCollector implements ContentCollector {

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "composer/installed.json");
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        return NamedPackages.parse(content, (json, packages) -> {
            if (json.isList()) {
                json.readList(() -> readPackage(json, packages));
            } else {
                json.readObject(key -> {
                    if (key.equals("packages")) {
                        json.readList(() -> readPackage(json, packages));
                    } else {
                        json.skip();
                    }
                });
            }
        });
    }

    private static void readPackage(BoundedJson json, NamedPackages.Builder packages) {
        Map<String, String> values = new HashMap<>();
        StatedLicenses licenses = new StatedLicenses();
        json.readObject(key -> {
            switch (key) {
                case "name", "version" -> json.putText(key, values);
                case "license" -> licenses.read(json);
                default -> json.skip();
            }
        });
        packages.add(values.get("name"), values.get("version"), licenses.choice());
    }
}
