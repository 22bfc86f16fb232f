package dev.tare.inspection.purl;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.tare.ecosystem.OsPackage;
import dev.tare.inspection.system.OsRelease;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PackageUrlsTests {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "debian, 13, trixie, debian-13", "debian, -, sid, debian-sid",
            "debian, -, trixie, debian-trixie", "arch, -, -, arch", "rhel, 9.3, Plow, rhel-9.3",
            "opensuse-leap, 15.6, -, opensuse-leap-15.6" })
    void distributionIsTheReleaseOrTheCodename(String id, @Nullable String version, @Nullable String codename,
            String distro) throws MalformedPackageURLException {
        assertThat(parsed(dpkg("1", null, null), new OsRelease(id, version, codename, "")).getQualifiers())
                .containsEntry("distro", distro)
                .containsEntry("arch", "amd64");
    }

    @ParameterizedTest
    @CsvSource({ "rhel, redhat", "opensuse-leap, opensuse", "opensuse-tumbleweed, opensuse", "fedora, fedora",
            "amzn, amzn", "ol, ol", "rocky, rocky", "almalinux, almalinux", "azurelinux, azurelinux",
            "mariner, mariner", "sles, sles" })
    void namespaceOfRpmIsTheOneThatScannersUse(String id, String namespace) throws MalformedPackageURLException {
        assertThat(parsed(rpm("1-1", null, null), new OsRelease(id, "1", null, "")).getNamespace())
                .isEqualTo(namespace);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-",
            value = { "2.41-12, glibc, -, glibc@2.41-12", "1:2.41-5, util-linux, 2.41-5, util-linux@2.41-5",
                    "1.0+b1, -, 1.0, a@1.0", "1.0, -, 1.0, -", "1.0, -, -, -" })
    void upstreamOfDebIsNameAndVersion(String version, @Nullable String source, @Nullable String sourceVersion,
            @Nullable String upstream) throws MalformedPackageURLException {
        PackageURL url = parsed(dpkg(version, source, sourceVersion), new OsRelease("debian", "13", null, ""));
        assertThat(url.getQualifiers().get("upstream")).isEqualTo(upstream);
        assertThat(url.getVersion()).isEqualTo(version);
    }

    @Test
    void upstreamOfApkHasTheVersionOfThePackage() throws MalformedPackageURLException {
        OsPackage one = new OsPackage("apk", "libssl3", "3.5.1-r0", "x86_64", "openssl", null, 1L, "db", 0);
        assertThat(PackageUrls.of(one, new OsRelease("alpine", "3.22.0", null, "")))
                .isEqualTo("pkg:apk/alpine/libssl3@3.5.1-r0?arch=x86_64&distro=alpine-3.22.0"
                        + "&upstream=openssl%403.5.1-r0");
        assertThat(parsed(one, new OsRelease("wolfi", "20230201", null, "")).getNamespace()).isEqualTo("wolfi");
    }

    @Test
    void epochOfRpmIsAQualifierAndUpstreamTheFileOfTheSource() throws MalformedPackageURLException {
        PackageURL url =
                parsed(rpm("1:3.0.7-24.el9", "openssl", "3.0.7-24.el9"), new OsRelease("rhel", "9.3", null, ""));
        assertThat(url.getVersion()).isEqualTo("3.0.7-24.el9");
        assertThat(url.getQualifiers()).containsEntry("epoch", "1")
                .containsEntry("upstream", "openssl-3.0.7-24.el9.src.rpm");
        assertThat(parsed(rpm("3-1", null, "3-1"), new OsRelease("rhel", "9.3", null, "")).getQualifiers())
                .containsEntry("upstream", "a-3-1.src.rpm")
                .doesNotContainKey("epoch");
    }

    @Test
    void packageWithACutOrHiddenPartHasNoUrl() {
        OsRelease os = new OsRelease("debian", "13", null, "");
        assertThat(PackageUrls.of(dpkg("x… (1,000,000 characters, sha256:0)", null, null), os)).isNull();
        assertThat(PackageUrls.of(dpkg("1", "token=(hidden)", null), os)).isNull();
    }

    private static OsPackage dpkg(String version, @Nullable String source, @Nullable String sourceVersion) {
        return new OsPackage("dpkg", "a", version, "amd64", source, sourceVersion, 1L, "db", 0);
    }

    private static OsPackage rpm(String version, @Nullable String source, @Nullable String sourceVersion) {
        return new OsPackage("rpm", "a", version, "x86_64", source, sourceVersion, 1L, "db", 0);
    }

    private static PackageURL parsed(OsPackage one, OsRelease os) throws MalformedPackageURLException {
        return new PackageURL(PackageUrls.of(one, os));
    }
}
