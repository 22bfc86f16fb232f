package dev.tare.ecosystem.dpkg;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.content.PathList;
import dev.tare.content.Stanzas;
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

    private static final Set<String> FIELDS = Set.of("Package", "Status", "Version", "Architecture", "Source",
            "Installed-Size", "Depends", "Pre-Depends", "Provides");

    private static final Set<String> INSTALLED = Set.of("installed", "triggers-awaited", "triggers-pending");

    /** States of packages whose files are on disk. Of a half-installed package, dpkg does not know its files. */
    private static final Set<String> ON_DISK = Set.of("unpacked", "half-configured");

    private static final long KIBIBYTE = 1024;

    /** The version follows in brackets only if it differs from the version of the package. */
    private static final Pattern SOURCE = Pattern
            .compile("(?<name>[^\\s(]+)\\s*(?:\\(\\s*(?<version>[^\\s)]+)\\s*\\))?.*", Pattern.DOTALL);

    private static final String SEPARATOR = ",";

    private static final String ALTERNATIVE = "\\|";

    /** Characters after a name. */
    private static final String AFTER_NAME = " \t:([<";

    DpkgCollector() {
        super("Package", "Version");
    }

    @Override
    public boolean wants(TarEntry file) {
        return FilePaths.isNamed(file.path(), "dpkg/status") || isStatus(file.path());
    }

    /** Whether a file describes one package, as in distroless images. */
    static boolean isStatus(String path) {
        return FilePaths.isIn(path, "status.d") && !path.endsWith(DpkgFilesCollector.SUMS);
    }

    @Override
    protected Stanzas stanzas(InputStream content, long size) {
        return Stanzas.ofFields(content, size, FIELDS);
    }

    @Override
    protected boolean isInstalled(String path, Map<String, String> stanza) {
        String state = state(stanza);
        return state == null ? isStatus(path) : INSTALLED.contains(state) || ON_DISK.contains(state);
    }

    @Override
    protected InstalledPackage toPackage(String name, Map<String, String> stanza, PathList files) {
        String state = state(stanza);
        Matcher source = SOURCE.matcher(stanza.getOrDefault("Source", ""));
        boolean isSource = source.matches();
        return new InstalledPackage(name, stanza.getOrDefault("Version", ""), stanza.getOrDefault("Architecture", ""),
                isSource && !source.group("name").equals(name) ? source.group("name") : null,
                isSource ? source.group("version") : null, number(stanza.get("Installed-Size"), KIBIBYTE), files,
                relations(stanza)).withState(state == null || INSTALLED.contains(state) ? null : state);
    }

    /**
     * The last word in {@code install ok installed}, whose case dpkg ignores. Packages in {@code status.d} have none,
     * because all of them are installed.
     */
    private static @Nullable String state(Map<String, String> stanza) {
        String status = stanza.get("Status");
        return status == null ? null : status.substring(status.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
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
