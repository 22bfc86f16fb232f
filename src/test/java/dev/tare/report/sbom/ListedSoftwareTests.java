package dev.tare.report.sbom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.tare.ecosystem.bill.PublishedBill;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.purl.PackageKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

class ListedSoftwareTests {

    private static final String JAR = "pkg:maven/org.example/core@1.0";

    @ParameterizedTest
    @CsvSource({ "pkg:rpm/redhat/bash@5.2-1?epoch=1&arch=x86_64, pkg:rpm/RedHat/bash@1%3A5.2-1?distro=rhel-9",
            "pkg:rpm/redhat/bash@5.2-1?epoch=0, pkg:rpm/redhat/bash@5.2-1?upstream=bash.src.rpm",
            "pkg:deb/debian/libc6@2.41%2Bb1?arch=amd64, pkg:deb/Debian/libc6@2.41+b1?arch=arm64",
            "pkg:pypi/typing_extensions@4, pkg:PyPI/Typing.Extensions@4",
            "pkg:maven/a/b@1?type=jar, pkg:maven/a/b@1#sub/path", "pkg:npm/%40scope/a@1, pkg:npm/@scope/a@1",
            "pkg:golang/github.com/cespare/xxhash/v2@v2.3.0, pkg:golang/github.com/cespare/xxhash@v2.3.0#v2",
            "pkg:golang/github.com/azure/go-autorest/autorest/adal@v0.9.0, pkg:golang/github.com/Azure/go-autorest@v0.9.0#autorest/adal",
            "pkg:golang/stdlib@1.22.1, pkg:golang/stdlib@v1.22.1",
            "pkg:golang/example.com/x@v28.5.2%2Bincompatible, pkg:golang/example.com/x@28.5.2+incompatible",
            "pkg:golang/example.com/app, pkg:golang/example.com/app@%28devel%29",
            "pkg:golang/example.com/app, pkg:golang/example.com/app@(devel)",
            "pkg:deb/debian/bsdutils@1:2.38.1-5%2Bdeb12u1?arch=amd64, pkg:deb/debian/bsdutils@2.38.1-5%2Bdeb12u1?distro=debian-12&epoch=1",
            "pkg:composer/laravel/framework@1, pkg:composer/Laravel/Framework@1",
            "pkg:nuget/Newtonsoft.Json@13, pkg:nuget/newtonsoft.json@13", "pkg:npm/JSONStream@1, pkg:npm/jsonstream@1",
            "pkg:npm/%40babel/core, pkg:npm/@babel/core", "pkg:rpm/redhat/x@1, pkg:rpm/rhel/x@1",
            "pkg:rpm/amzn/x@1, pkg:rpm/amazon/x@1", "pkg:rpm/opensuse/x@1, pkg:rpm/opensuse.leap/x@1",
            "pkg:rpm/ol/x@1, pkg:rpm/oracle/x@1", "pkg:rpm/almalinux/x@1, pkg:rpm/alma/x@1" })
    void packageUrlsOfOneVersionAreTheSame(String one, String other) {
        assertThat(PackageKey.parse(one)).isNotNull().isEqualTo(PackageKey.parse(other));
    }

    @ParameterizedTest
    @CsvSource({ "pkg:rpm/redhat/bash@5.2-1?epoch=1, pkg:rpm/redhat/bash@5.2-1", "pkg:npm/a@1, pkg:npm/a@2",
            "pkg:npm/a@1, pkg:pypi/a@1", "pkg:maven/a/b@1, pkg:maven/c/b@1", "pkg:maven/a/b@1, pkg:maven/a/B@1",
            "pkg:golang/example.com/a@v1.0.0, pkg:golang/example.com/a/v2@v1.0.0",
            "pkg:golang/example.com/a@v1.0.0, pkg:golang/example.com/a@v1.0.0#sub",
            "pkg:golang/example.com/a@v1.0.0, pkg:golang/example.com/a@v1.0.1",
            "pkg:deb/debian/a@1:2, pkg:deb/debian/a@2", "pkg:deb/debian/a@2?epoch=1, pkg:deb/debian/a@2?epoch=2" })
    void packageUrlsOfOtherVersionsAreNotTheSame(String one, String other) {
        assertThat(PackageKey.parse(one)).isNotNull().isNotEqualTo(PackageKey.parse(other));
    }

    @ParameterizedTest
    @CsvSource({
            "pkg:golang/github.com/Docker/cli@28.5.2+incompatible, pkg:golang/github.com/docker/cli@v28.5.2+incompatible",
            "pkg:golang/stdlib@v1.22.1, pkg:golang/stdlib@1.22.1", "pkg:golang/app@(devel), pkg:golang/app",
            "pkg:npm/@babel/core, pkg:npm/@babel/core", "pkg:deb/debian/a@2?epoch=1, pkg:deb/debian/a@1:2" })
    void packageUrlsAreShownInTheirUsualForm(String written, String shown) {
        assertThat(PackageKey.parse(written)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({ "bash", "pkg:", "pkg:deb", "pkg:deb/%zz", "http://example.com", "''" })
    void parseWhenTheUrlIsInvalidReturnsNull(String purl) {
        assertThat(PackageKey.parse(purl)).isNull();
    }

    @Test
    void compareListsMissingAndSurplusPackages() throws IOException {
        ListedSoftware compared = compare("\"purl\": \"pkg:maven/org.example/other@1.0\"", "\"purl\": \"" + JAR + "\"",
                "\"purl\": \"" + JAR + "?type=jar\"");
        assertThat(compared.missing()).containsExactly(
                new ListedSoftware.Entry("pkg:npm/left-pad@1.3.0", "/app/node_modules/left-pad/package.json"));
        assertThat(compared.surplus())
                .containsExactly(new ListedSoftware.Entry("pkg:maven/org.example/other@1.0", null));
        assertThat(compared.same()).isEqualTo(1);
    }

    @Test
    void compareIgnoresImagesFilesAndTheSystem() throws IOException {
        ListedSoftware compared = compare("\"purl\": \"pkg:oci/app@sha256:a1\", \"type\": \"container\"",
                "\"type\": \"file\"", "\"type\": \"operating-system\"", "\"type\": \"library\", \"name\": \"x\"",
                "\"purl\": \"nonsense\"");
        assertThat(compared.surplus()).isEmpty();
        assertThat(compared.unnamedListed()).isEqualTo(2);
    }

    /** The documents of Tare list exactly its findings. */
    @ParameterizedTest
    @EnumSource(SbomFormat.class)
    void compareWithADocumentOfTareFindsNoDifference(SbomFormat format) throws IOException {
        StringWriter document = new StringWriter();
        format.write(image(), document);
        ListedSoftware compared = ListedSoftware.compare(image(), parse(document.toString()));
        assertThat(compared.missing()).isEmpty();
        assertThat(compared.surplus()).isEmpty();
        assertThat(compared.same()).isEqualTo(2);
    }

    private static ListedSoftware compare(String... components) throws IOException {
        return ListedSoftware.compare(image(), parse("{\"bomFormat\": \"CycloneDX\", \"components\": ["
                + Stream.of(components).map(component -> "{" + component + "}").collect(joining(",")) + "]}"));
    }

    private static PublishedBill parse(String document) throws IOException {
        return PublishedBill.parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static Inspection image() {
        return InspectionBuilder.image("app:1")
                .layer("first")
                .jar("app/core.jar", "org.example", "core", "1.0", 10, "c1")
                .languagePackage("npm", "left-pad", "1.3.0", "app/node_modules/left-pad/package.json")
                .build();
    }
}
