package dev.tare.ecosystem.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import dev.tare.fixture.JarBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JarLicensesTests {

    private static final String POM = "META-INF/maven/org.example/lib/pom.xml";

    @Test
    void licensesOfTheJarsOwnPomTakePrecedence() {
        assertThat(licensesOf(lib().entry(POM, pom("""
                <license><name>The Apache Software License, Version 2.0</name></license>
                <license><name>Ours</name><url>https://opensource.org/licenses/MIT</url></license>
                <license><name>Ours alone</name><url>https://example.org</url></license>"""))
                .manifest("Bundle-License: " + "EPL-2.0"))).containsExactly("Apache-2.0", "MIT", "Ours alone");
    }

    @Test
    void licensesOfAnUnpackedLibraryAreNotThoseOfTheJar() {
        assertThat(licensesOf(lib().entry("META-INF/maven/org.other/other/pom.xml",
                pom("<license><name>MIT</name></license>")))).isEmpty();
    }

    @Test
    void licensesElsewhereInThePomDoNotCount() {
        assertThat(licensesOf(lib().entry(POM, "<project><build><licenses><license><name>MIT</name></license>"
                + "</licenses></build><licenses><license><comments>MIT</comments></license></licenses></project>")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "https://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0",
            "\"Apache-2.0\";link=\"https://www.apache.org/licenses/LICENSE-2.0\" | Apache-2.0",
            "http://www.eclipse.org/legal/epl-2.0, https://www.gnu.org/software/classpath/license.html "
                    + "| EPL-2.0+GPL-2.0-only WITH Classpath-exception-2.0",
            "LGPL, version 2.1 | LGPL, version 2.1",
            "<<EXTERNAL>> | ``" })
    void licensesOfTheManifestCountWithoutThoseOfAPom(String stated, String expected) {
        assertThat(String.join("+", licensesOf(lib().manifest("Bundle-License: " + stated)))).isEqualTo(expected);
    }

    /** Neither references to other files nor a deep tree are followed. */
    @Test
    void licensesOfAHostilePomAreUnknown() {
        assertThat(licensesOf(lib().entry(POM, "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + pom("<license><name>&a;</name></license>")))).isEmpty();
        assertThat(licensesOf(lib().entry(POM, "<a>".repeat(50_000)))).isEmpty();
        assertThat(licensesOf(lib().entry(POM, "no XML"))).isEmpty();
    }

    @Test
    void licensesOfAJarThatStreamsByAreTheSame() throws IOException {
        byte[] jar = lib().entry(POM, pom("<license><name>MIT License</name></license>")).toJar();
        JarContents streamed = StreamedJar.read(JarFileName.parse("lib.jar"), new ByteArrayInputStream(jar),
                jar.length, 1, Deadline.of(Limits.DEFAULTS));
        assertThat(streamed.jar().licenses().texts()).containsExactly("MIT");
    }

    private static JarBuilder lib() {
        return new JarBuilder().pom("org.example", "lib", "1").entry("org/example/A.class", "a");
    }

    private static String pom(String licenses) {
        return "<?xml version=\"1.0\"?><project xmlns=\"http://maven.apache.org/POM/4.0.0\"><licenses>" + licenses
                + "</licenses></project>";
    }

    private static List<String> licensesOf(JarBuilder jar) {
        return DrawnImage.anImage()
                .layer(l -> l.file("app/lib.jar", jar.toJar()))
                .inspect()
                .software()
                .jars()
                .getFirst()
                .licenses()
                .texts();
    }
}
