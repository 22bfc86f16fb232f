package dev.tare.ecosystem.dpkg;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DpkgEcosystemTests {

    private final DpkgEcosystem dpkg = new DpkgEcosystem();

    @ParameterizedTest
    @CsvSource({ "a.md5sums, a", "libc6:amd64.md5sums, libc6" })
    void installedByIsThePackageOfADigestList(String name, String expected) {
        assertThat(this.dpkg.installedBy(this.dpkg.installationFolder() + "/" + name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "var/lib/dpkg/info/a.list", "var/lib/dpkg/info/b/a.md5sums", "var/lib/dpkg/a.md5sums" })
    void installedByIsNullForOtherFiles(String path) {
        assertThat(this.dpkg.installedBy(path)).isNull();
    }
}
