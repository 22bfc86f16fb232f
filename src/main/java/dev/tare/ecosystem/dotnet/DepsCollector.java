package dev.tare.ecosystem.dotnet;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.BoundedJson;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.ecosystem.NamedPackages;
import org.jspecify.annotations.Nullable;

/**
 * Reads the libraries of a .NET application, or of the runtime itself, from the {@code .deps.json} beside its programs.
 * Each of its targets refers to these libraries, so only their list is read. The key of a library is its name and
 * version. Projects of the same build are no packages.
 *
 * @see <a href="https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md">Runtime
 *      configuration files, sections in {@code .deps.json}</a>
 */
final class DepsCollector implements ContentCollector {

    private static final String SUFFIX = ".deps.json";

    /** Begins the names of the parts of .NET that an application includes. */
    private static final String RUNTIME_PACK = "runtimepack.";

    @Override
    public boolean wants(TarEntry file) {
        return file.path().endsWith(SUFFIX);
    }

    @Override
    public @Nullable Finding collect(TarEntry file, InputStream content) throws IOException {
        return NamedPackages.parse(content, (json, packages) -> json.readObject(key -> {
            if (key.equals("libraries")) {
                json.readObject(library -> readLibrary(library, json, packages));
            } else {
                json.skip();
            }
        }));
    }

    private static void readLibrary(String library, BoundedJson json, NamedPackages.Builder packages) {
        int slash = library.indexOf('/');
        String name = slash < 0 ? library : library.substring(0, slash);
        String version = slash < 0 ? "" : library.substring(slash + 1);
        switch (json.texts("type").get("type")) {
            case "package" -> packages.add(name, version);
            case "runtimepack" -> packages.add(
                    name.startsWith(RUNTIME_PACK) ? name.substring(RUNTIME_PACK.length()) : name, version);
            case null, default -> {
                // a project of the build, or an assembly of it
            }
        }
    }
}
