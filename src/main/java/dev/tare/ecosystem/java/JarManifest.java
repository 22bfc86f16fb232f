package dev.tare.ecosystem.java;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.archive.zip.ZipSlice;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a jar's manifest that may identify it.
 *
 * @param values by name; each at most {@value #MAX_VALUE} characters long, the license {@value #MAX_LICENSE}
 */
record JarManifest(Map<String, String> values) {

    static final String PATH = "META-INF/MANIFEST.MF";

    /** The manifest of a signed jar lists every class. */
    static final long MAX_SIZE = 8L << 20;

    private static final int MAX_VALUE = 300;

    private static final int MAX_LICENSE = 4_000;

    private static final String TITLE = "Implementation-Title";

    private static final String VERSION = "Implementation-Version";

    private static final String VENDOR = "Implementation-Vendor";

    private static final String VENDOR_ID = "Implementation-Vendor-Id";

    private static final String BUNDLE = "Bundle-SymbolicName";

    private static final String BUNDLE_VERSION = "Bundle-Version";

    private static final String BUNDLE_VENDOR = "Bundle-Vendor";

    private static final String DOCUMENTATION = "Bundle-DocURL";

    private static final String MODULE = "Automatic-Module-Name";

    private static final String TOOL = "Created-By";

    private static final String LICENSE = "Bundle-License";

    /** NiFi and Jenkins state the coordinates of their archives. */
    private static final List<List<String>> COORDINATES = List.of(List.of("Nar-Group", "Nar-Id", "Nar-Version"),
            List.of("Group-Id", "Short-Name", "Plugin-Version"));

    private static final List<String> NAMES = Stream.concat(
            Stream.of(TITLE, VERSION, VENDOR, VENDOR_ID, BUNDLE, BUNDLE_VERSION, BUNDLE_VENDOR, DOCUMENTATION, MODULE,
                    TOOL, LICENSE),
            COORDINATES.stream().flatMap(List::stream)).toList();

    /** A text in quotes or without them, then attributes up to the next comma. No quantifier backtracks. */
    private static final Pattern CLAUSE =
            Pattern.compile("(?:\\s*+\"([^\"]*+)\"|([^,;\"]++))(?:;(?:[^,\"]++|\"[^\"]*+\")*+)?+,?+");

    /** Nebula's plugins for Gradle write coordinates in Ivy's form. */
    private static final Pattern IVY = Pattern.compile("([\\w.-]+)#([\\w.-]+);(\\S+)");

    private static final Pattern HOST = Pattern.compile("https?://([\\w.-]+).*");

    /** A version before a build number or time: {@code 9.9.1 eee32cb - 2023-12-12}, {@code 2.2.0-release-294}. */
    private static final Pattern BUILT = Pattern.compile("(\\d[\\w.-]*?)(?:-release-\\d+(?:\\(.*\\))?|\\s.*)");

    /** A bundle version with the time of the build: {@code 3.18.0.v20220516-2155}. */
    private static final Pattern QUALIFIED = Pattern.compile("(\\d+(?:\\.\\d+)*)\\.v?20\\d{6}.*");

    /** OSGi allows three numbers. Derby joins the last two of four: 10.16.1000001.1901046 is build 1901046 of 10.16.1.1. */
    private static final Pattern FOUR_NUMBERS = Pattern.compile("(\\d+\\.\\d+\\.)(\\d{1,3})(\\d{6})(?:\\.\\d+)?");

    /** No manifest, or an unreadable one. */
    static final JarManifest NONE = new JarManifest(Map.of());

    JarManifest {
        values = Map.copyOf(values);
    }

    static JarManifest parse(ZipSlice content) {
        try (InputStream manifest = content.stream()) {
            return from(new Manifest(manifest));
        } catch (IOException | IllegalArgumentException ex) {
            return NONE;
        }
    }

    private static JarManifest from(Manifest manifest) {
        Map<String, String> values = new HashMap<>();
        NAMES.forEach(name -> put(values, name, manifest.getMainAttributes()));
        // Jars of an API state the vendor of each package.
        manifest.getEntries().values().stream().limit(1).forEach(first -> put(values, VENDOR, first));
        return new JarManifest(values);
    }

    private static void put(Map<String, String> values, String name, Attributes attributes) {
        String value = attributes.getValue(name);
        if (value != null && !value.isBlank()) {
            int most = name.equals(LICENSE) ? MAX_LICENSE : MAX_VALUE;
            values.putIfAbsent(name, value.strip().substring(0, Math.min(most, value.strip().length())));
        }
    }

    /** {@code Implementation-Title}, if it is an identifier. */
    @Nullable
    String title() {
        return identifier(TITLE);
    }

    /** The words of the title in lower case. */
    List<String> titleWords() {
        return words(TITLE).toList();
    }

    /** The words of the vendors' names and of the title in lower case. */
    List<String> vendorWords() {
        return Stream.of(VENDOR, BUNDLE_VENDOR, TITLE).flatMap(this::words).toList();
    }

    private Stream<String> words(String name) {
        return Stream.of(this.values.getOrDefault(name, "").toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty());
    }

    /** {@code Implementation-Version}. */
    @Nullable
    String version() {
        return identifier(VERSION);
    }

    /** The best stated version, without build numbers and times; {@code null} if it has no version. */
    @Nullable
    String release() {
        Matcher built = BUILT.matcher(this.values.getOrDefault(VERSION, ""));
        if (built.matches()) {
            return built.group(1);
        }
        String bundleVersion = bundleVersion();
        // Tools add zeros to form three numbers: the bundle 1.70 is 1.70.0 in some other place.
        if (bundleVersion != null && (bundleVersion + ".0").equals(version())) {
            return bundleVersion;
        }
        return version() != null || bundleVersion == null ? version() : releaseOf(bundleVersion);
    }

    private static String releaseOf(String bundleVersion) {
        Matcher four = FOUR_NUMBERS.matcher(bundleVersion);
        if (four.matches()) {
            return four.group(1) + Long.parseLong(four.group(2)) + "." + Long.parseLong(four.group(3));
        }
        Matcher built = QUALIFIED.matcher(bundleVersion);
        return built.matches() ? built.group(1) : bundleVersion;
    }

    /** {@code Bundle-SymbolicName}. */
    @Nullable
    String bundle() {
        return identifier(BUNDLE);
    }

    /** {@code Bundle-Version}. */
    @Nullable
    String bundleVersion() {
        return identifier(BUNDLE_VERSION);
    }

    /** {@code Automatic-Module-Name}. */
    @Nullable
    String module() {
        return identifier(MODULE);
    }

    /** {@code Implementation-Vendor-Id}, if it has several parts as most groups have. */
    @Nullable
    String vendorId() {
        String id = identifier(VENDOR_ID);
        return id != null && id.contains(".") ? id : null;
    }

    /** {@code Implementation-Vendor}, if it is an identifier. */
    @Nullable
    String vendor() {
        return identifier(VENDOR);
    }

    /** The host of {@code Bundle-DocURL} from right to left: {@code org.ow2.asm}. */
    @Nullable
    String reversedHost() {
        Matcher host = HOST.matcher(this.values.getOrDefault(DOCUMENTATION, ""));
        return host.matches() ? String.join(".", List.of(host.group(1).split("\\.")).reversed()) : null;
    }

    /**
     * {@code Bundle-License}: names or addresses with commas between them, each perhaps in quotes and with attributes
     * after a semicolon. Build tools copy it from the pom.xml, so the user may choose one of them.
     *
     * @see <a href="https://docs.osgi.org/specification/osgi.core/8.0.0/framework.module.html">OSGi Core 8, headers</a>
     */
    Licenses licenses() {
        String text = this.values.getOrDefault(LICENSE, "").replace("<<EXTERNAL>>", "");
        List<String> clauses = CLAUSE.matcher(text)
                .results()
                .map(clause -> clause.group(1) == null ? clause.group(2).strip() : clause.group(1))
                .filter(clause -> !clause.isEmpty())
                .toList();
        boolean isOneName = text.indexOf('"') < 0 && text.indexOf(';') < 0 && text.indexOf("://") < 0
                && clauses.stream().allMatch(clause -> Licenses.of(clause).spdxExpression() == null);
        return isOneName ? Licenses.of(text) : Licenses.anyOf(clauses);
    }

    /** Whether Maven made the jar. Maven records a jar's own coordinates in a pom.properties. */
    boolean byMaven() {
        return this.values.getOrDefault(TOOL, "").contains("Maven");
    }

    /** The group, artifact and version that the manifest states; {@code null} if it does not. */
    @Nullable
    JarCoordinates coordinates() {
        Matcher ivy = IVY.matcher(this.values.getOrDefault(TITLE, ""));
        if (ivy.matches() && ivy.group(1).contains(".")) {
            return JarCoordinates.inferred(ivy.group(1), ivy.group(2), ivy.group(3), Jar.Evidence.MANIFEST);
        }
        return COORDINATES.stream()
                .filter(names -> identifier(names.get(0)) != null && identifier(names.get(1)) != null)
                .findFirst()
                .map(names -> JarCoordinates.inferred(Objects.requireNonNull(identifier(names.get(0))),
                        Objects.requireNonNull(identifier(names.get(1))), identifier(names.get(2)),
                        Jar.Evidence.MANIFEST))
                .orElse(null);
    }

    private @Nullable String identifier(String name) {
        String value = this.values.get(name);
        return value == null ? null : JarCoordinates.identifier(value.split(";", 2)[0]);
    }

    /** All stated names, the best first. */
    List<String> names() {
        return present(title(), bundle(), module());
    }

    /** All stated versions, the best first. */
    List<String> versions() {
        return present(version(), bundleVersion());
    }

    private static List<String> present(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).toList();
    }
}
