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

    @Test
    void jarThatALaterLayerAddsToARuntimeIsALibrary() {
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java8(l))
                .layer(l -> l.file("jdk/jre/lib/ext/bcprov-1.jar", JAR)))).contains("jdk/jre/lib/ext/bcprov-1.jar");
    }

    @Test
    void jarsOfJava9AndLaterAreNoLibraries() {
        assertThat(jars(DrawnImage.anImage()
                .layer(l -> java17(l, "opt/java").file("opt/java/lib/jrt-fs.jar", JAR)
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
