package dev.tare.inspection.purl;

import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PackageKeyTests {

    /** The key of an installed package is that of the package URLs in which tools write it. */
    @ParameterizedTest
    @CsvSource({ "npm, @Babel/core, 7.1, pkg:npm/%40babel/core@7.1, @babel/core",
            "pypi, Some_Package, 1.0, pkg:pypi/some-package@1.0, some-package",
            "go, github.com/Org/module/v2, v2.1.0, pkg:golang/github.com/org/module/v2@2.1.0, github.com/org/module/v2",
            "composer, vendor/Package, 1, pkg:composer/vendor/package@1, vendor/package" })
    void keyOfALanguagePackageIsThatOfItsUrl(String manager, String name, String version, String purl,
            String fullName) {
        PackageKey key = PackageKey.of(new LanguagePackage(manager, name, version, "a", 0));
        assertThat(key).isEqualTo(PackageKey.parse(purl));
        assertThat(key.fullName()).isEqualTo(fullName);
    }

    @Test
    void keyOfASystemPackageHasItsEpochButNoDistribution() {
        PackageKey key =
                PackageKey.of(new OsPackage("rpm", "bind-libs", "32:9.16-1", "x86_64", null, null, null, "db", 0));
        PackageKey listed = PackageKey.parse("pkg:rpm/rocky/bind-libs@9.16-1?arch=x86_64&epoch=32");
        assertThat(listed).isNotNull();
        assertThat(key.version()).isEqualTo(listed.version());
        assertThat(key.fullName()).isEqualTo(listed.fullName()).isEqualTo("bind-libs");
        assertThat(key.isOfSystem()).isTrue();
    }

    @Test
    void keyOfAJavaLibraryHasItsGroup() {
        assertThat(PackageKey.ofJava("org.example", "core", "1"))
                .isEqualTo(PackageKey.parse("pkg:maven/org.example/core@1"))
                .extracting(PackageKey::fullName)
                .isEqualTo("org.example:core");
        assertThat(PackageKey.ofJava(null, "core", null).fullName()).isEqualTo("core");
    }
}
