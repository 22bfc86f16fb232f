package dev.tare.ecosystem.dpkg;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.content.PathList;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabaseCollector;
import dev.tare.ecosystem.Relations;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * Reads the installed packages of dpkg from its {@code status} file, or from {@code status.d}, where distroless images
 * have one file for each package.
 */
final class DpkgCollector extends PackageDatabaseCollector {

    static final String STATUS = "var/lib/dpkg/status";

    static final String STATUS_FOLDER = "var/lib/dpkg/status.d";

    private static final Set<String> INSTALLED = Set.of("installed", "triggers-awaited", "triggers-pending");

    private static final long KIBIBYTE = 1024;

    /** The version follows in brackets only if it differs from the version of the package. */
    private static final Pattern SOURCE = Pattern.compile("(?<name>[^ ]+)(?: +\\((?<version>[^ )]+)\\).*| .*)?");

    private static final String SEPARATOR = ",";

    private static final String ALTERNATIVE = "\\|";

    /** Characters after a name. */
    private static final String AFTER_NAME = " \t:([<";

    DpkgCollector() {
        super(Set.of("Package", "Status", "Version", "Architecture", "Source", "Installed-Size", "Depends",
                "Pre-Depends", "Provides"));
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
        Matcher source = SOURCE.matcher(stanza.getOrDefault("Source", ""));
        boolean isSource = source.matches();
        return new InstalledPackage(name, stanza.getOrDefault("Version", ""),
                stanza.getOrDefault("Architecture", ""), isSource ? source.group("name") : null,
                isSource ? source.group("version") : null, number(stanza.get("Installed-Size"), KIBIBYTE), files,
                relations(stanza));
    }

    /** The third word is the state. Distroless images have none, because all packages are installed. */
    private static boolean isInstalled(@Nullable String status) {
        return status == null || INSTALLED.contains(status.substring(status.lastIndexOf(' ') + 1));
    }

    private static Relations relations(Map<String, String> stanza) {
        return Relations.of(
                Stream.of("Pre-Depends", "Depends")
                        .flatMap(key -> Stream.of(stanza.getOrDefault(key, "").split(SEPARATOR)))
                        .map(need -> Stream.of(need.split(ALTERNATIVE))
                                .map(DpkgCollector::name)
                                .filter(name -> !name.isEmpty())
                                .collect(joining("|"))),
                Stream.of(stanza.getOrDefault("Provides", "").split(SEPARATOR)).map(DpkgCollector::name));
    }

    /** The name in {@code python3:any (>= 3.9~)}, without architecture and version. */
    private static String name(String relation) {
        String text = relation.strip();
        int end = 0;
        while (end < text.length() && AFTER_NAME.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }
}
