package dev.tare.ecosystem.java.runtime;

import java.util.List;

import dev.tare.content.Unread;
import dev.tare.ecosystem.java.Jar;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeJarsTests {

    private static final byte[] JAR = new JarBuilder().manifest("Created-By: 17")
            .entry("inner.jar", new JarBuilder().entry("a", "a").toJar())
            .toJar();

    @Test
    void jarsOfJava8AreNoLibraries() {
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java8(l).file("jdk/jre/lib/ext/sunec.jar", JAR)
                        .file("jdk/jre/lib/security/policy/unlimited/local_policy.jar", JAR)
                        .file("jdk/lib/tools.jar", JAR)
                        .file("jdk/app.jar", JAR))))
                .containsExactly("jdk/app.jar", "jdk/app.jar!/inner.jar");
    }

    @Test
    void damagedJarOfARuntimeLeavesNoLibraryUnread() {
        assertThat(DrawnImage.anImage()
                .layer(l -> java8(l).file("jdk/jre/lib/jce.jar", "").file("jdk/app.jar", ""))
                .inspect()
                .software()
                .unread()).extracting(Unread::path).containsExactly("jdk/app.jar");
    }

    /** A squashed image has one layer. */
    @Test
    void libraryInTheLayerOfARuntimeIsALibrary() {
        byte[] library = new JarBuilder().pom("org.bouncycastle", "bcprov-jdk15on", "1.60").toJar();
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java8(l).file("jdk/jre/lib/ext/bcprov-jdk15on-1.60.jar", library)
                        .file("jdk/lib/missioncontrol/plugins/bcprov-jdk15on-1.60.jar", library)
                        .file("jdk/lib/rt.jar", new JarBuilder().entry("x/bcprov-jdk15on-1.60.jar", library).toJar())
                        .file("jdk/lib/app/bcprov-jdk15on-1.60.jar", library))))
                .containsExactly("jdk/jre/lib/ext/bcprov-jdk15on-1.60.jar", "jdk/lib/app/bcprov-jdk15on-1.60.jar",
                        "jdk/lib/missioncontrol/plugins/bcprov-jdk15on-1.60.jar",
                        "jdk/lib/rt.jar!/x/bcprov-jdk15on-1.60.jar");
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java17(l, "app").file("app/demo/jfc/bcprov-jdk15on-1.60.jar", library)
                        .file("app/lib/svm/bcprov-jdk15on-1.60.jar", library))))
                .hasSize(2);
    }

    /** Even without coordinates. */
    @Test
    void jarWithAnotherNameThanThoseOfTheRuntimeIsALibrary() {
        byte[] nameless = new JarBuilder().manifest("Created-By: 17").toJar();
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java8(l).file("jdk/jre/lib/ext/ojdbc8.jar", nameless)
                        .file("jdk/lib/app.jar", nameless)
                        .file("jdk/sample/app.jar", nameless))))
                .hasSize(3);
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java17(l, "app").file("app/tools/a.jar", nameless)
                        .file("app/demo/x/a.jar", nameless)
                        .file("app/languages/a.jar", nameless)
                        .file("app/lib/installer/a.jar", nameless))))
                .hasSize(4);
    }

    @Test
    void damagedLibraryInTheLayerOfARuntimeIsUnread() {
        assertThat(DrawnImage.anImage()
                .layer(l -> java8(l).file("jdk/jre/lib/ext/bcprov-1.jar", ""))
                .inspect()
                .software()
                .unread()).extracting(Unread::path).containsExactly("jdk/jre/lib/ext/bcprov-1.jar");
    }

    @Test
    void jarThatALaterLayerAddsToARuntimeIsALibrary() {
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java8(l))
                .layer(l -> l.file("jdk/jre/lib/ext/bcprov-1.jar", JAR)))).contains("jdk/jre/lib/ext/bcprov-1.jar");
    }

    @Test
    void jarsOfJava9AndLaterAreNoLibraries() {
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java17(l, "opt/java")
                        .file("opt/java/release", "JAVA_VERSION=\"17\"\nGRAALVM_VERSION=\"22.3\"\n")
                        .file("opt/java/lib/jrt-fs.jar", JAR)
                        .file("opt/java/lib/svm/builder/svm.jar", JAR)
                        .file("opt/java/languages/js/graaljs.jar", JAR))))
                .isEmpty();
    }

    /** {@code jlink} may put a runtime into the folder of an application. */
    @Test
    void jarsOfAnApplicationInTheFolderOfARuntimeAreLibraries() {
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java17(l, "app").file("app/lib/jrt-fs.jar", JAR)
                        .file("app/lib/a-1.jar", JAR)
                        .file("app/lib/app/b-1.jar", JAR)
                        .file("app/b.jar", JAR)
                        .file("other/lib/jrt-fs.jar", JAR)))
                .stream()
                .filter(path -> !path.contains("!")))
                .containsExactly("app/b.jar", "app/lib/a-1.jar", "app/lib/app/b-1.jar", "other/lib/jrt-fs.jar");
    }

    /** Another package of the same Java version may come in a later layer. */
    @Test
    void jarOfAPackageInTheFolderOfAPackagedRuntimeIsNoLibrary() {
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java8(l).file("var/lib/dpkg/status", status("jre"))
                        .file("var/lib/dpkg/info/jre.list", "/jdk/jre/lib/rt.jar\n"))
                .layer(l -> l.file("jdk/lib/tools.jar", JAR)
                        .file("jdk/lib/own.jar", JAR)
                        .file("var/lib/dpkg/status", status("jre") + status("jdk"))
                        .file("var/lib/dpkg/info/jdk.list", "/jdk/lib/tools.jar\n"))))
                .containsExactly("jdk/lib/own.jar", "jdk/lib/own.jar!/inner.jar");
    }

    private static String status(String name) {
        return "Package: " + name + "\nStatus: install ok installed\nVersion: 8\nArchitecture: all\n\n";
    }

    private static LayerBuilder java8(LayerBuilder layer) {
        return layer.file("jdk/release", "JAVA_VERSION=\"1.8.0_482\"\n").file("jdk/jre/lib/rt.jar", JAR);
    }

    private static LayerBuilder java17(LayerBuilder layer, String folder) {
        return layer.file(folder + "/release", "JAVA_VERSION=\"17\"\nMODULES=\"java.base\"\n")
                .file(folder + "/lib/modules", "jimage");
    }

    private static List<String> jars(DrawnImage image) {
        return image.inspect().software().jars().stream().map(Jar::path).toList();
    }
}
