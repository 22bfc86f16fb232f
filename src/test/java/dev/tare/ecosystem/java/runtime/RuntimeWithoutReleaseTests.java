package dev.tare.ecosystem.java.runtime;

import java.util.List;
import java.util.function.Consumer;

import dev.tare.content.Unread;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeWithoutReleaseTests {

    private static final String CORRETTO = "\177ELF..\0openjdk\0java\0001.8\0001.8.0_352-b08\0";

    private static final byte[] RT_JAR = new JarBuilder().manifest("Implementation-Title: Java Runtime Environment",
            "Implementation-Version: 1.8.0_131", "Implementation-Vendor: Oracle Corporation",
            "Specification-Version: 1.8").entry("java/lang/Object.class", "class").toJar();

    private static final byte[] MODULES = new ModulesBuilder().constant("java_version", "21.0.4")
            .constant("java_runtime_version", "21.0.4+7-LTS")
            .constant("VENDOR", "Eclipse Adoptium")
            .productVersion("Temurin-21.0.4+7")
            .build();

    @Test
    void commandJavaStatesTheVersionOfCorretto8() {
        JavaRuntime java = only(l -> l.file("opt/corretto/bin/java", CORRETTO)
                .file("opt/corretto/jre/lib/rt.jar", "")
                .file("opt/corretto/bin/javac", "elf")
                .file("opt/corretto/version.txt", "8.352.08.1\n"));
        assertThat(java.path()).isEqualTo("opt/corretto");
        assertThat(java.kind()).isEqualTo(Kind.JDK);
        assertThat(java.classes()).isEqualTo("opt/corretto/jre/lib/rt.jar");
        assertThat(java.build()).isEqualTo(new JavaBuild(JavaProduct.CORRETTO, null, "8.352.08.1", "1.8.0_352",
                "1.8.0_352-b08", JavaVm.UNKNOWN, RuntimeSource.LAUNCHER));
    }

    @Test
    void numbersOfAnotherVersionAreNoEvidenceForCorretto() {
        assertThat(only(l -> l.file("opt/java/bin/java", CORRETTO)
                .file("opt/java/lib/rt.jar", "")
                .file("opt/java/version.txt", "8.35.2.1")).build().product()).isEqualTo(JavaProduct.OPENJDK);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            openjdk|java|0.0|25.0.3+9-LTS,                  OPENJDK, 25.0.3,    25.0.3+9-LTS
            0.0|||||11.0.22+7||||openjdk|java,              OPENJDK, 11.0.22,   11.0.22+7
            java|1.8||||1.8.0-foreman_2022_09_22_15_30-b00, UNKNOWN, 1.8.0,     1.8.0-foreman_2022_09_22_15_30-b00
            java|19.0.1+10-21,                              UNKNOWN, 19.0.1,    19.0.1+10-21
            openjdk|java|0.0|21.0.2+13-jvmci-23.1-b30,      GRAALVM, 21.0.2,    21.0.2+13-jvmci-23.1-b30
            openjdk|java|0.0|17.0.15+6-Debian-1deb12u1,     DEBIAN,  17.0.15,   17.0.15+6-Debian-1deb12u1
            """)
    void commandJavaStatesItsVersion(String strings, JavaProduct product, String version, String runtimeVersion) {
        JavaBuild build = only(l -> l.file("jvm/bin/java", "\177ELF\0" + strings.replace('|', '\0') + "\0.text\0")
                .file("jvm/lib/modules", "unreadable")).build();
        assertThat(build.product()).isEqualTo(product);
        assertThat(build.version()).isEqualTo(version);
        assertThat(build.runtimeVersion()).isEqualTo(runtimeVersion);
    }

    @Test
    void commandJavaWithoutClassesIsNoRuntime() {
        assertThat(software(l -> l.file("usr/bin/java", CORRETTO)).javaRuntimes()).isEmpty();
    }

    @Test
    void manifestOfRtJarStatesVersionAndVendor() {
        JavaRuntime java = only(l -> l.file("opt/jre/lib/rt.jar", RT_JAR));
        assertThat(java.path()).isEqualTo("opt/jre");
        assertThat(java.kind()).isEqualTo(Kind.JRE);
        assertThat(java.build().source()).isEqualTo(RuntimeSource.RT_JAR);
        assertThat(java.build().vendor()).isEqualTo("Oracle Corporation");
        assertThat(java.build().version()).isEqualTo("1.8.0_131");
        assertThat(java.build().update()).isEqualTo("131");
    }

    @Test
    void runtimeInAJdkIsListedOnce() {
        assertThat(software(l -> l.file("jdk/bin/java", CORRETTO)
                .file("jdk/bin/javac", "elf")
                .file("jdk/jre/bin/java", CORRETTO)
                .file("jdk/jre/lib/rt.jar", RT_JAR)).javaRuntimes()).extracting(JavaRuntime::path)
                .containsExactly("jdk");
    }

    /** Such as an application with its own runtime. */
    @Test
    void runtimeInAFolderThatIsNoJdkKeepsItsPath() {
        assertThat(software(l -> l.file("app/jre/lib/rt.jar", RT_JAR).file("app/version.txt", "8.131.11.1"))
                .javaRuntimes()).extracting(JavaRuntime::path).containsExactly("app/jre");
    }

    @Test
    void classesOfJava9StateVersionAndProduct() {
        JavaRuntime java = only(l -> l.file("opt/java/lib/modules", MODULES).file("opt/java/lib/server/libjvm.so", ""));
        assertThat(java.path()).isEqualTo("opt/java");
        assertThat(java.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(java.build()).isEqualTo(new JavaBuild(JavaProduct.TEMURIN, "Eclipse Adoptium", "21.0.4+7", "21.0.4",
                "21.0.4+7-LTS", JavaVm.HOTSPOT, RuntimeSource.MODULES));
    }

    /** The release file of {@code jlink} has no vendor. */
    @Test
    void classesCompleteTheReleaseFile() {
        JavaBuild build = only(l -> l.file("opt/java/lib/modules", MODULES)
                .file("opt/java/release", "JAVA_VERSION=\"21.0.4\"\nMODULES=\"java.base\"\n")).build();
        assertThat(build.product()).isEqualTo(JavaProduct.TEMURIN);
        assertThat(build.runtimeVersion()).isEqualTo("21.0.4+7-LTS");
        assertThat(build.source()).isEqualTo(RuntimeSource.RELEASE);
    }

    @Test
    void openJ9IsDetectedByItsFiles() {
        assertThat(only(l -> l.file("opt/java/lib/modules", MODULES)
                .file("opt/java/lib/server/libjvm.so", "")
                .file("opt/java/lib/j9vm/libjvm.so", "")).build().vm()).isEqualTo(JavaVm.OPENJ9);
    }

    @Test
    void unknownVersionIsReportedAsUnread() {
        Software software = software(l -> l.file("opt/java/lib/modules", new ModulesBuilder().build()));
        assertThat(software.javaRuntimes()).singleElement()
                .satisfies(java -> assertThat(java.build().version()).isNull());
        assertThat(software.unread()).singleElement().satisfies(unread -> {
            assertThat(unread.subject()).isEqualTo(Unread.Subject.JAVA_RUNTIME);
            assertThat(unread.path()).isEqualTo("opt/java");
            assertThat(unread.because()).contains("version is unknown");
        });
    }

    @Test
    void linkedReleaseFileBelongsToTheFolderWithTheClasses() {
        JavaRuntime java = only(l -> l.file("usr/lib/jvm/java-17/lib/modules", MODULES)
                .symlink("usr/lib/jvm/java-17/release", "/etc/java-17/release")
                .file("etc/java-17/release", "JAVA_VERSION=\"21.0.4\"\nMODULES=\"java.base java.se\"\n"));
        assertThat(java.path()).isEqualTo("usr/lib/jvm/java-17");
        assertThat(java.modules()).isEqualTo(List.of("java.base", "java.se"));
    }

    @Test
    void runtimeOfAPackageNamesThePackage() {
        JavaRuntime java = only(l -> l.file("usr/lib/jvm/java-17/lib/modules", MODULES)
                .file("var/lib/dpkg/status", "Package: openjdk-17-jre-headless\nStatus: install ok installed\n"
                        + "Version: 17.0.15\nArchitecture: amd64\n\n")
                .file("var/lib/dpkg/info/openjdk-17-jre-headless:amd64.list", "/usr/lib/jvm/java-17/lib/modules\n"));
        assertThat(java.osPackage()).isEqualTo("openjdk-17-jre-headless");
    }

    @Test
    void runtimesBeyondTheFirstThousandAreUnread() {
        Software software = software(l -> {
            for (int i = 0; i <= 1_001; i++) {
                l.file("java" + i + "/release", "JAVA_VERSION=1");
            }
        });
        assertThat(software.javaRuntimes()).hasSize(1_000);
        assertThat(software.unread()).singleElement()
                .satisfies(unread -> assertThat(unread.because()).contains("first 1000 Java runtimes"));
    }

    @Test
    void rtJarOfAnotherProgramIsALibrary() {
        byte[] jar = new JarBuilder().manifest("Implementation-Title: rt").toJar();
        Software software = software(l -> l.file("app/lib/rt.jar", jar));
        assertThat(software.javaRuntimes()).isEmpty();
        assertThat(software.jars()).extracting(Jar::path).containsExactly("app/lib/rt.jar");
    }

    private static JavaRuntime only(Consumer<LayerBuilder> layer) {
        List<JavaRuntime> runtimes = software(layer).javaRuntimes();
        assertThat(runtimes).hasSize(1);
        return runtimes.getFirst();
    }

    private static Software software(Consumer<LayerBuilder> layer) {
        return DrawnImage.anImage().layer(layer).inspect().software();
    }
}
