package dev.tare.ecosystem.dpkg;

import java.util.Map;
import java.util.Set;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.content.PathList;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabaseCollector;
import org.jspecify.annotations.Nullable;

/**
 * Reads the installed packages of dpkg from its {@code status} file, or from {@code status.d}, where distroless images
 * have one file for each package.
 */
final class DpkgCollector extends PackageDatabaseCollector {

    static final String STATUS = "var/lib/dpkg/status";

    static final String STATUS_FOLDER = "var/lib/dpkg/status.d";

    private static final Set<String> INSTALLED = Set.of("installed", "triggers-awaited", "triggers-pending");

    private static final long KIBIBYTE = 1024;

    DpkgCollector() {
        super(Set.of("Package", "Status", "Version", "Architecture", "Source", "Installed-Size"));
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "dpkg/status") || isStatus(file.path());
    }

    /** Whether a file describes one package, as in distroless images. */
    static boolean isStatus(String path) {
        return FilePaths.isNamed(FilePaths.parent(path), "status.d") && !path.endsWith(".md5sums");
    }

    @Override
    @Nullable
    protected InstalledPackage toPackage(Map<String, String> stanza, PathList files) {
        String name = stanza.get("Package");
        if (name == null || !isInstalled(stanza.get("Status"))) {
            return null;
        }
        return new InstalledPackage(name, stanza.getOrDefault("Version", ""),
                stanza.getOrDefault("Architecture", ""), source(stanza.get("Source")),
                number(stanza.get("Installed-Size"), KIBIBYTE), files);
    }

    /** The third word is the state. Distroless images have none, because all packages are installed. */
    private static boolean isInstalled(@Nullable String status) {
        return status == null || INSTALLED.contains(status.substring(status.lastIndexOf(' ') + 1));
    }

    /** The name without the version in brackets. The version follows only if it differs. */
    private static @Nullable String source(@Nullable String source) {
        return source == null ? null : source.split(" ", 2)[0];
    }
}
