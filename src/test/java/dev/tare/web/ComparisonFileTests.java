package dev.tare.web;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspection;
import dev.tare.report.ComparisonReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonFileTests {

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    @Test
    void fileRefersToNothingElse() throws IOException {
        String page = page(DrawnImages.slim(), DrawnImages.distroless());
        assertThat(page).contains("tare:distroless", "id=\"overview\"")
                .doesNotContain("class=\"downloads\"", "class=\"exports\"", "Show the files", "class=\"views\"",
                        "<script", "<form", "<link", "<img", " src=", " style=", "href=\"/", "href=\"http",
                        "/comparisons/", "url(http", "@import")
                .doesNotContainPattern(" href=\"[^#]");
    }

    @Test
    void policyAllowsTheStylesInTheFileAndNothingElse() throws IOException {
        String page = page(DrawnImages.slim(), DrawnImages.distroless());
        Matcher styles = STYLE.matcher(page);
        assertThat(styles.find()).isTrue();
        String digest = Base64.getEncoder()
                .encodeToString(Digest.newSha256().digest(styles.group(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(page.replace("&#39;", "'")).contains("content=\"default-src 'none'; style-src 'sha256-" + digest
                + "'; base-uri 'none'; form-action 'none'\"");
        assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
    }

    @Test
    void fileOfThreeImagesHasTheirNamesEscaped() throws IOException {
        String page = page(DrawnImages.slim(), DrawnImages.distroless(), DrawnImages.slim().withName("<img src=x>"));
        assertThat(page).contains("&lt;img src=x&gt;").doesNotContain("<img");
        assertThat(page).contains("This file explains <bdi>tare:slim</bdi> and <bdi>tare:distroless</bdi>.");
        assertThat(page(DrawnImages.slim(), DrawnImages.distroless())).doesNotContain("This file explains");
    }

    private static String page(Inspection... images) throws IOException {
        StringWriter page = new StringWriter();
        ComparisonFile.write(ComparisonReport.of(new Comparison(List.of(images))), page);
        return page.toString();
    }
}
