package dev.tare.ecosystem.python;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.Stanzas;
import dev.tare.ecosystem.NamedPackage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of each Python package, as pip writes it, and setuptools before.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/recording-installed-packages/">Recording
 *      installed projects</a>
 */
final class PythonPackageCollector implements ContentCollector {

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        String folder = FilePaths.parent(path);
        return (folder.endsWith(".dist-info") && FilePaths.isNamed(path, "METADATA"))
                || (folder.endsWith(".egg-info") && FilePaths.isNamed(path, "PKG-INFO"))
                || (folder.endsWith(".egg/EGG-INFO") && FilePaths.isNamed(path, "PKG-INFO"))
                || path.endsWith(".egg-info");
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        Map<String, String> values = Stanzas.ofFields(content, file.size(), Set.of("Name", "Version")).next();
        String name = values == null ? null : values.get("Name");
        return values == null || name == null ? null
                : NamedPackage.of(name, values.get("Version"));
    }
}
