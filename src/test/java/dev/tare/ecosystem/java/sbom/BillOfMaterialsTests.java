package dev.tare.ecosystem.java.sbom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BillOfMaterialsTests {

    @ParameterizedTest
    @ValueSource(strings = { "META-INF/sbom/application.cdx.json", "META-INF/sbom/any.json", "bom.json",
            "META-INF/sbom/dependency.cdx.json.gz", "BOOT-INF/classes/META-INF/sbom/bom.json",
            "deployments/quarkus-run-cyclonedx.json", "app/app-sbom.json", "layers/sbom/launch/x/sbom.cdx.json",
            "layers/sbom/launch/x/sbom.spdx.json", "var/lib/db/sbom/a.spdx.json", "opt/bitnami/a/.spdx-a.spdx" })
    void namesThatBuildToolsUseAreRecognized(String path) {
        assertThat(BillOfMaterials.isPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a.json", "META-INF/sbom/a.xml", "usr/share/spdx", "package.json", "bom.xml",
            "layers/sbom/launch/x/sbom.syft.json", "a.gz" })
    void otherNamesAreNotRecognized(String path) {
        assertThat(BillOfMaterials.isPath(path)).isFalse();
    }
}
