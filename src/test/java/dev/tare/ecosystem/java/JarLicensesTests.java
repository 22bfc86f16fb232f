package dev.tare.ecosystem.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
                <license><url>https://opensource.org/licenses/MIT</url></license>
                <license><name>Ours alone</name><url>https://example.org</url></license>"""))
                .manifest("Bundle-License: " + "EPL-2.0"))).containsExactly("Apache-2.0", "MIT", "Ours alone");
    }

    @Test
    void licensesAmongWhichTheUserMayChooseAreOneExpression() {
        assertThat(licensesOf(lib().entry(POM, pom("""
                <license><name>EPL-2.0</name></license>
                <license><name>GPL2 w/ CPE</name></license>"""))))
                .containsExactly("EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0");
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
                    + "| EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0",
            "\"Eclipse Public License - v 1.0\";link=\"https://a.example/x,y\",\"Apache License, Version 2.0\";link=b "
                    + "| EPL-1.0 OR Apache-2.0",
            "EPL-2.0;link=a,LGPL-2.1-only;link=b | EPL-2.0 OR LGPL-2.1-only",
            "https://www.apache.org/licenses/LICENSE-2.0, https://example.org/own "
                    + "| Apache-2.0+https://example.org/own",
            "LGPL, version 2.1 | LGPL, version 2.1",
            "<<EXTERNAL>> | ``" })
    void licensesOfTheManifestCountWithoutThoseOfAPom(String stated, String expected) {
        assertThat(String.join("+", licensesOf(lib().manifest("Bundle-License: " + stated)))).isEqualTo(expected);
    }

    /** An address counts only for a license of the stated name. */
    @Test
    void licensesWithAnotherNameThanTheirAddressKeepTheName() {
        assertThat(licensesOf(lib().entry(POM, pom("""
                <license><name>GNU General Public License (GPL)</name>
                  <url>https://opensource.org/licenses/MIT</url></license>"""))))
                .containsExactly("GNU General Public License (GPL)");
        assertThat(licensesOf(lib().entry(POM, pom("""
                <license><name>Dual licensed under EPL 2.0 and GPL</name>
                  <url>https://www.eclipse.org/legal/epl-2.0</url></license>"""))))
                .containsExactly("Dual licensed under EPL 2.0 and GPL");
        assertThat(licensesOf(lib().entry(POM, pom("""
                <license><name>BSD</name><url>https://opensource.org/licenses/BSD-3-Clause</url></license>"""))))
                .containsExactly("BSD-3-Clause");
    }

    @Test
    void licensesBeforeDamageInAPomCount() {
        String license = "<project><licenses><license><name>MIT</name></license></licenses>";
        assertThat(licensesOf(lib().entry(POM, license + "<name>a</x>"))).containsExactly("MIT");
        assertThat(licensesOf(lib().entry(POM, "<project><name>&eacute;</name>" + license.substring(9))))
                .containsExactly("MIT");
        assertThat(licensesOf(lib().entry(POM,
                ("<project><name>\u00e9</name>" + license.substring(9)).getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("MIT");
    }

    @Test
    void licensesOfAPomAreBounded() {
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "<license><name>l" + i + "</name></license>")
                .collect(Collectors.joining());
        assertThat(licensesOf(lib().entry(POM, pom(many)))).hasSize(50);
    }

    /** Neither references to other files nor a deep tree are followed. */
    @Test
    void licensesOfAHostilePomAreUnknown() {
        assertThat(licensesOf(lib().entry(POM, "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + pom("<license><name>&a;</name></license>")))).isEmpty();
        assertThat(licensesOf(lib().entry(POM, "<a>".repeat(40_000) + "</a>".repeat(40_000)))).isEmpty();
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
