package dev.tare.report.sbom;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.inspection.purl.PackageUrls;
import org.jspecify.annotations.Nullable;

/**
 * The names by which scanners look up a Java runtime. The National Vulnerability Database lists
 * vulnerabilities of all OpenJDK builds as those of Oracle's OpenJDK.
 *
 * @param vendor  of the products
 * @param name    of the product itself
 * @param names   of products with its vulnerabilities, the most certain first; empty if it is not known to be a build of OpenJDK; then
 *                there is neither a package URL nor a CPE
 * @param version {@code null} if unknown; then there is neither a package URL nor a CPE
 */
record RuntimeNames(String vendor, String name, List<String> names, @Nullable String version) {

    private static final String ORACLE = "oracle";

    /** {@code 21.0.4+7-LTS} or {@code 1.8.0_422-b05}: the version, and the update of Java 8. */
    private static final Pattern VERSION =
            Pattern.compile("(?<version>[0-9][0-9.]*)(?:_0*(?<update>[0-9]+))?(?:[-+].*)?");

    static RuntimeNames of(JavaRuntime runtime) {
        String version = runtime.build().fullVersion();
        boolean isJdk = runtime.kind() == JavaRuntime.Kind.JDK;
        return switch (runtime.build().product()) {
            case ZULU -> new RuntimeNames("azul", "zulu", List.of("azul:zulu", "oracle:openjdk"), version);
            case ORACLE_JDK -> isJdk
                    ? new RuntimeNames(ORACLE, "jdk", List.of("oracle:jdk", "oracle:java_se", "oracle:jre"), version)
                    : new RuntimeNames(ORACLE, "jre", List.of("oracle:jre", "oracle:java_se"), version);
            case ORACLE_GRAALVM -> new RuntimeNames(ORACLE, "graalvm",
                    List.of("oracle:graalvm_for_jdk", "oracle:openjdk"), version);
            case UNKNOWN, IBM -> new RuntimeNames("", "java", List.of(), version);
            default -> new RuntimeNames(ORACLE, "openjdk", List.of("oracle:openjdk"), version);
        };
    }

    @Nullable
    String purl() {
        return this.version == null || this.names.isEmpty() ? null
                : PackageUrls.generic(this.vendor, this.name, this.version);
    }

    /**
     * The names in the form {@code cpe:2.3}; none if the version has another form.
     *
     * @see <a href="https://nvlpubs.nist.gov/nistpubs/Legacy/IR/nistir7695.pdf">CPE naming specification 2.3</a>
     */
    List<String> cpes() {
        Matcher matcher = VERSION.matcher(this.version == null ? "" : this.version);
        if (!matcher.matches()) {
            return List.of();
        }
        String update = matcher.group("update");
        return this.names.stream()
                .map(product -> "cpe:2.3:a:" + product + ":" + matcher.group("version") + ":"
                        + (update == null ? "*" : "update" + update) + ":*:*:*:*:*:*")
                .toList();
    }
}
