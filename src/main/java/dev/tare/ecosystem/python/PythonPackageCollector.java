package dev.tare.ecosystem.python;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedLines;
import dev.tare.content.ContentCollector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of each Python package, as pip writes it, and setuptools before.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/recording-installed-packages/">Recording
 *      installed projects</a>
 */
final class PythonPackageCollector implements ContentCollector {

    static final String DIST_INFO = ".dist-info";

    static final String EGG_INFO = ".egg-info";

    /** CPython describes itself in this file, beside its own modules. */
    private static final Pattern RUNTIME = Pattern.compile("Python-\\d[\\w.]*\\.egg-info(?:/PKG-INFO)?");

    /** The first folder of an environment with packages. */
    private static final Pattern INSTALLATION = Pattern.compile("(?:^|/)(?:site|dist)-packages/");

    private static final Pattern COPIES = Pattern.compile("(?:^|/)_vendor(?:ed)?/");

    private static final Pattern TESTS = Pattern.compile("(?:^|/)(?:tests?|test_data|testdata)/");

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        if (path.endsWith("METADATA")) {
            return FilePaths.isNamed(path, "METADATA") && FilePaths.parent(path).endsWith(DIST_INFO);
        }
        if (path.endsWith("PKG-INFO")) {
            String folder = FilePaths.parent(path);
            return FilePaths.isNamed(path, "PKG-INFO")
                    && (folder.endsWith(EGG_INFO) || folder.endsWith(".egg/EGG-INFO"));
        }
        return path.endsWith(EGG_INFO);
    }

    @Override
    public boolean wantsForLinks(TarEntry file) {
        return FilePaths.isNamed(file.path(), "METADATA") || FilePaths.isNamed(file.path(), "PKG-INFO");
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        PythonMetadata metadata = PythonMetadata.read(new BoundedLines(content));
        String name = metadata.name();
        return name == null || isRuntime(name, file.path()) ? null
                : NamedPackage.of(name, metadata.version(), Licenses.of(metadata.licenses()), isBundled(file.path()));
    }

    /**
     * Whether a package contains a copy of this one, as pip does, or has it as test data. Only folders in an installed
     * package are test data, because applications and virtual environments may be in a folder of tests.
     */
    private static boolean isBundled(String path) {
        Matcher installation = INSTALLATION.matcher(path);
        return installation.find()
                ? COPIES.matcher(path).region(installation.end(), path.length()).find()
                        || TESTS.matcher(path).region(installation.end(), path.length()).find()
                : COPIES.matcher(path).find();
    }

    private static boolean isRuntime(String name, String path) {
        return name.equals("Python")
                && RUNTIME.matcher(path.substring(Math.max(0, path.lastIndexOf("Python-")))).matches();
    }
}
