package dev.tare.ecosystem.java.runtime;

import java.util.function.UnaryOperator;

import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JavaRuntimeReaderTests {

    private static final String ALL = "java.base java.desktop java.se jdk.management";

    @Test
    void readWhenJavacIsThereIsAJdk() {
        JavaRuntime java = java(ALL + " jdk.compiler", l -> l.file("opt/java/bin/javac", "elf"));
        assertThat(java.kind()).isEqualTo(Kind.JDK);
        assertThat(java.kindBecause()).isEqualTo("it has bin/javac");
    }

    @Test
    void readWhenOnlyTheCompilersModuleExistsIsAJdkWithThisEvidence() {
        JavaRuntime java = java(ALL + " jdk.compiler", l -> l);
        assertThat(java.kind()).isEqualTo(Kind.JDK);
        assertThat(java.kindBecause()).contains("jdk.compiler", "no bin/javac");
    }

    /** The packages of distributions for runtimes have all modules, and those for JDKs add the commands. */
    @ParameterizedTest
    @ValueSource(strings = { "openjdk-17-jre-headless", "openjdk17-jre", "temurin-21-jre", "java-17-openjdk-headless" })
    void readWhenAPackageForRuntimesOwnsTheClassesIsAJreWithoutJavac(String name) {
        JavaRuntime java = java(ALL + " jdk.compiler", l -> owned(l, name));
        assertThat(java.kind()).isEqualTo(Kind.JRE);
        assertThat(java.kindBecause()).contains(name, "no bin/javac");
        assertThat(java("", l -> owned(l, name)).kind()).isEqualTo(Kind.JRE);
        assertThat(java(ALL + " jdk.compiler", l -> owned(l, name).file("opt/java/bin/javac", "elf")).kind())
                .isEqualTo(Kind.JDK);
    }

    @Test
    void readWhenAPackageForJdksOwnsTheClassesIsAJdk() {
        assertThat(java(ALL + " jdk.compiler", l -> owned(l, "openjdk-17-jdk-headless")).kind()).isEqualTo(Kind.JDK);
    }

    private static LayerBuilder owned(LayerBuilder layer, String name) {
        return layer
                .file("var/lib/dpkg/status", "Package: " + name + "\nStatus: install ok installed\nVersion: 1\n")
                .file("var/lib/dpkg/info/" + name + ".list", "/opt/java/lib/modules\n");
    }

    @Test
    void readWhenJavacWasDeletedByALaterLayerIsNotAJdk() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> runtime(l, ALL).file("opt/java/bin/javac", "elf"))
                .layer(l -> l.whiteout("opt/java/bin/javac"))
                .inspect();
        assertThat(inspection.software().javaRuntimes()).extracting(JavaRuntime::kind).containsExactly(Kind.JRE);
    }

    @Test
    void readWhenAllOfJavaSeAndNoCompilerIsThereIsAJre() {
        JavaRuntime java = java(ALL, l -> l);
        assertThat(java.kind()).isEqualTo(Kind.JRE);
        assertThat(java.kindBecause()).contains("java.se", "neither jdk.compiler nor bin/javac");
    }

    @Test
    void readWhenFewerModulesThanJavaSeAreThereIsACustomRuntime() {
        JavaRuntime java = java("java.base java.logging", l -> l);
        assertThat(java.kind()).isEqualTo(Kind.CUSTOM);
        assertThat(java.kindBecause()).contains("neither the module java.se");
    }

    @Test
    void readWhenTheRuntimeIsJava8DetectsTheKindByItsJars() {
        JavaRuntime jre = only(DrawnImage.anImage()
                .layer(l -> l.file("opt/java/release", "JAVA_VERSION=\"1.8.0_482\"\n")
                        .file("opt/java/lib/rt.jar", "")));
        assertThat(jre.kind()).isEqualTo(Kind.JRE);
        JavaRuntime jdk = only(DrawnImage.anImage()
                .layer(l -> l.file("opt/java/release", "JAVA_VERSION=\"1.8.0_482\"\n")
                        .file("opt/java/bin/javac", "elf")
                        .file("opt/java/jre/lib/rt.jar", "")));
        assertThat(jdk.kind()).isEqualTo(Kind.JDK);
    }

    @Test
    void readWhenNoClassesAreThereIsUnknown() {
        JavaRuntime java = only(DrawnImage.anImage()
                .layer(l -> l.file("opt/java/release", "JAVA_VERSION=\"25\"\nMODULES=\"java.base\"\n")));
        assertThat(java.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(java.kindBecause()).isEqualTo("it has neither lib/modules nor lib/rt.jar");
    }

    @Test
    void readWhenTheModulesAreNotListedIsUnknown() {
        JavaRuntime java = only(DrawnImage.anImage()
                .layer(l -> l.file("opt/java/release", "JAVA_VERSION=\"25\"\n")
                        .file("opt/java/lib/modules", "jimage")));
        assertThat(java.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(java.kindBecause()).contains("no release file lists its modules");
    }

    private static JavaRuntime java(String modules, UnaryOperator<LayerBuilder> more) {
        return only(DrawnImage.anImage().layer(l -> more.apply(runtime(l, modules))));
    }

    private static LayerBuilder runtime(LayerBuilder layer, String modules) {
        return layer.file("opt/java/release", "JAVA_VERSION=\"25.0.3\"\nMODULES=\"" + modules + "\"\n")
                .file("opt/java/lib/modules", "jimage");
    }

    private static JavaRuntime only(DrawnImage image) {
        return image.inspect().software().javaRuntimes().getFirst();
    }
}
