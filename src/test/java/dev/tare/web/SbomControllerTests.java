package dev.tare.web;

import java.util.List;

import dev.tare.catalog.Catalog;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
class SbomControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Catalog catalog;

    private String id;

    @BeforeEach
    void keepComparison() {
        this.id = this.catalog.keep(new Comparison(List.of(image("a"), image("b")))).id();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/comparisons/", "/api/comparisons/" })
    void billOfMaterialsIsOfTheRequestedImage(String root) {
        var result = this.mvc.get().uri(root + this.id + "/images/1/sbom.json").exchange();
        assertThat(result).hasStatusOk().hasContentType("application/vnd.cyclonedx+json");
        assertThat(result).headers()
                .hasValue("Content-Disposition",
                        "attachment; filename=\"tare-" + this.id + "-1.cdx.json\"");
        assertThat(result).bodyJson().extractingPath("$.metadata.component.name").isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/comparisons/", "/api/comparisons/" })
    void spdxIsOfTheRequestedImage(String root) {
        var result = this.mvc.get().uri(root + this.id + "/images/1/sbom.spdx.json").exchange();
        assertThat(result).hasStatusOk().hasContentType("application/spdx+json");
        assertThat(result).headers()
                .hasValue("Content-Disposition",
                        "attachment; filename=\"tare-" + this.id + "-1.spdx.json\"");
        assertThat(result).bodyJson().extractingPath("$.name").isEqualTo("b");
    }

    @Test
    void missingImageIsNotFound() {
        assertThat(this.mvc.get().uri("/api/comparisons/" + this.id + "/images/2/sbom.json")).hasStatus(404);
        assertThat(this.mvc.get().uri("/api/comparisons/" + this.id + "/images/-1/sbom.json")).hasStatus(404);
        assertThat(this.mvc.get().uri("/api/comparisons/none/images/0/sbom.json")).hasStatus(404);
    }

    private static Inspection image(String name) {
        return InspectionBuilder.image(name).layer(name).dpkg("libc6", "2.41").build();
    }
}
