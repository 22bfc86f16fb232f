package dev.tare.report.sbom;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.ecosystem.java.runtime.JavaRuntime;
import org.jspecify.annotations.Nullable;

/**
 * The names of a Java runtime by which scanners look it up. The National Vulnerability Database lists vulnerabilities
 * of all OpenJDK builds as those of Oracle's OpenJDK.
 *
 * @param vendor of the products
 * @param name   of the product itself
 * @param names  of products with its vulnerabilities, the most certain first
 */
record JavaNames(String vendor, String name, List<String> names, String version) {

    private static final String ORACLE = "oracle";

    private static final String OPENJDK = "openjdk";

    /** {@code 21.0.4+7-LTS} or {@code 1.8.0_422-b05}: the version, and the update of Java 8. */
    private static final Pattern VERSION =
            Pattern.compile("(?<version>[0-9][0-9.]*)(?:_0*(?<update>[0-9]+))?(?:[-+].*)?");

    static JavaNames of(JavaRuntime runtime) {
        String version = Objects.requireNonNullElse(runtime.runtimeVersion(), runtime.version());
        String maker = String.valueOf(runtime.vendor()).toLowerCase(Locale.ROOT).replace(" ", "");
        boolean isJdk = runtime.kind() == JavaRuntime.Kind.JDK;
        if (maker.contains("azul") || runtime.path().contains("zulu")) {
            return new JavaNames("azul", "zulu", List.of("azul:zulu", "oracle:openjdk"), version);
        }
        if (maker.contains(ORACLE)) {
            return new JavaNames(ORACLE, isJdk ? "jdk" : "jre",
                    isJdk ? List.of("oracle:jdk", "oracle:java_se", "oracle:jre")
                            : List.of("oracle:jre", "oracle:java_se"),
                    version);
        }
        return new JavaNames(ORACLE, OPENJDK, List.of("oracle:openjdk"), version);
    }

    @Nullable
    String purl() {
        return PackageUrls.generic(this.vendor, this.name, this.version);
    }

    /**
     * The names in the form {@code cpe:2.3}; none if the version has another form.
     *
     * @see <a href="https://nvlpubs.nist.gov/nistpubs/Legacy/IR/nistir7695.pdf">CPE naming specification 2.3</a>
     */
    List<String> cpes() {
        Matcher matcher = VERSION.matcher(this.version);
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
