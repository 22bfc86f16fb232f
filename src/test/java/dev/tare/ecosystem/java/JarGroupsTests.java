package dev.tare.ecosystem.java;

import java.io.IOException;
import java.util.List;

import dev.tare.ecosystem.java.Jar.Certainty;
import dev.tare.ecosystem.java.Jar.Evidence;
import dev.tare.fixture.JarBuilder;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JarGroupsTests {

    @Test
    void manifestMayStateCoordinatesInTheFormOfIvy() {
        assertInferred("lib/micrometer-core-1.12.1.jar",
                new JarBuilder().manifest("Implementation-Title: io.micrometer#micrometer-core;1.12.1"),
                "io.micrometer:micrometer-core", Evidence.MANIFEST);
    }

    @Test
    void archivesOfNiFiAndJenkinsStateTheirCoordinates() {
        Jar nar = only("a.jar", new JarBuilder().manifest("Nar-Group: org.apache.nifi", "Nar-Id: nifi-aws-nar",
                "Nar-Version: 2.0.0"));
        assertThat(nar.library()).isEqualTo("org.apache.nifi:nifi-aws-nar");
        assertThat(nar.version()).isEqualTo("2.0.0");
        Jar plugin = only("git.jar", new JarBuilder().manifest("Group-Id: org.jenkins-ci.plugins", "Short-Name: git",
                "Plugin-Version: 5.2.0"));
        assertThat(plugin.library()).isEqualTo("org.jenkins-ci.plugins:git");
    }

    @Test
    void projectOfABuildDoesNotReplaceTheArtifactInTheFileName() {
        assertThat(only("elasticsearch.jar",
                new JarBuilder().manifest("Implementation-Title: org.elasticsearch#server;7.17.16")).library())
                .isEqualTo("org.elasticsearch:elasticsearch");
    }

    @Test
    void folderInMetaInfHasTheGroupOfItsArtifact() {
        JarBuilder jar = new JarBuilder().entry("org/apache/catalina/A.class", "")
                .entry("META-INF/native-image/org.apache.tomcat.embed/tomcat-embed-core/reflect-config.json", "[]")
                .entry("META-INF/native-image/org.example/other/reflect-config.json", "[]");
        assertInferred("lib/tomcat-embed-core-11.0.10.jar", jar, "org.apache.tomcat.embed:tomcat-embed-core",
                Evidence.FOLDER);
        assertInferred("lib/liquibase-core-4.25.1.jar",
                new JarBuilder().entry("META-INF/maven/org.liquibase/liquibase-core/pom.xml", "<project/>"),
                "org.liquibase:liquibase-core", Evidence.FOLDER);
    }

    @Test
    void fileNamesOfQuarkusBeginWithTheGroup() {
        JarBuilder classes = new JarBuilder().entry("a/A.class", "");
        assertInferred("app/lib/main/org.ow2.asm.asm-9.6.jar", classes, "org.ow2.asm:asm", Evidence.FILE_NAME);
        assertInferred("app/lib/boot/org.osgi.osgi.core-8.0.0.jar", new JarBuilder(), "org.osgi.osgi:core",
                Evidence.FILE_NAME);
        assertInferred("app/lib/main/jakarta.inject.jakarta.inject-api-2.0.1.jar", new JarBuilder(),
                "jakarta.inject:jakarta.inject-api", Evidence.FILE_NAME);
        assertInferred("app/lib/main/com.typesafe.akka.akka-actor_2.13-2.6.21.jar", new JarBuilder(),
                "com.typesafe.akka:akka-actor_2.13", Evidence.FILE_NAME);
        assertInferred("app/lib/main/junit.junit-4.13.2.jar", new JarBuilder(), "junit:junit", Evidence.FILE_NAME);
    }

    @Test
    void bundleWithDotsInItsNameHasNoGroupInIt() {
        assertUnknown("plugins/org.eclipse.core.runtime-3.31.0.jar",
                new JarBuilder().manifest("Bundle-SymbolicName: org.eclipse.core.runtime"));
        assertUnknown("lib/org.osgi.core-6.0.0.jar", new JarBuilder());
    }

    @Test
    void vendorIsTheGroupIfTheClassesAreThere() {
        assertInferred("postgresql.jar", new JarBuilder()
                .manifest("Implementation-Vendor-Id: org.postgresql", "Implementation-Title: PostgreSQL JDBC Driver",
                        "Implementation-Version: 42.6.0", "Bundle-SymbolicName: org.postgresql.jdbc")
                .entry("org/postgresql/Driver.class", ""), "org.postgresql:postgresql", Evidence.MANIFEST);
    }

    @Test
    void vendorThatIsTooGeneralIsNoGroup() {
        assertUnknown("commons-logging-1.1.1.jar", new JarBuilder().manifest("Implementation-Vendor-Id: org.apache")
                .entry("org/apache/commons/logging/Log.class", ""));
        assertUnknown("velocity-1.5.jar", new JarBuilder().manifest("Implementation-Vendor-Id: org.apache")
                .entry("org/apache/velocity/Template.class", ""));
        assertUnknown("activation-1.1.1.jar", new JarBuilder().manifest("Implementation-Vendor-Id: com.sun")
                .entry("javax/activation/DataSource.class", ""));
    }

    /** Hibernate was in org.hibernate before version 6. Its symbolic name did not change. */
    @Test
    void vendorIsNoGroupIfTheSymbolicNameHasAProjectBelowIt() {
        assertUnknown("hibernate-core-6.4.1.Final.jar", new JarBuilder()
                .manifest("Implementation-Vendor-Id: org.hibernate", "Implementation-Title: hibernate-core",
                        "Bundle-SymbolicName: org.hibernate.orm.core")
                .entry("org/hibernate/Session.class", ""));
    }

    @Test
    void titleOfAnotherArtifactMeansAFormerName() {
        String[] manifest = { "Implementation-Vendor-Id: com.mysql", "Implementation-Title: MySQL Connector/J",
                "Bundle-SymbolicName: com.mysql.cj" };
        assertInferred("mysql-connector-java-8.0.30.jar",
                new JarBuilder().manifest(manifest).entry("com/mysql/cj/Query.class", ""),
                "mysql:mysql-connector-java", Evidence.MANIFEST);
        assertInferred("mysql-connector-j-8.2.0.jar",
                new JarBuilder().manifest(manifest).entry("com/mysql/cj/Query.class", ""),
                "com.mysql:mysql-connector-j", Evidence.MANIFEST);
    }

    @Test
    void addressOfTheDocumentationIsTheGroupIfThePackagesAreElsewhere() {
        assertInferred("asm-9.6.jar", new JarBuilder()
                .manifest("Bundle-DocURL: http://asm.ow2.org", "Bundle-SymbolicName: org.objectweb.asm")
                .entry("org/objectweb/asm/ClassReader.class", ""), "org.ow2.asm:asm", Evidence.MANIFEST);
        assertUnknown("commons-cli-1.0.jar", new JarBuilder().manifest("Bundle-DocURL: http://commons.apache.org/cli/")
                .entry("org/apache/commons/cli/Option.class", ""));
        assertUnknown("assertj-core-3.24.2.jar", new JarBuilder().manifest("Bundle-DocURL: https://assertj.github.io/")
                .entry("org/assertj/core/Condition.class", ""));
    }

    @Test
    void symbolicNameIsTheGroupAndTheArtifact() {
        assertInferred("scala-library.jar", new JarBuilder()
                .manifest("Bundle-SymbolicName: org.scala-lang.scala-library",
                        "Bundle-Version: 2.13.12.v20230901-134811-VFINAL-80514f7")
                .entry("scala/Option.class", ""), "org.scala-lang:scala-library", Evidence.MANIFEST);
    }

    @Test
    void symbolicNameAndPackageTogetherDoNotShowWhereTheGroupEnds() {
        assertUnknown("jansi-2.4.0.jar", new JarBuilder().manifest("Bundle-SymbolicName: org.fusesource.jansi")
                .entry("org/fusesource/jansi/Ansi.class", ""));
    }

    @Test
    void symbolicNameMayBeTheGroup() {
        assertInferred("h2.jar", new JarBuilder()
                .manifest("Bundle-SymbolicName: com.h2database", "Implementation-Title: H2 Database Engine")
                .entry("org/h2/Driver.class", ""), "com.h2database:h2", Evidence.MANIFEST);
    }

    @Test
    void productFollowsTheOrganisationInASymbolicName() {
        assertInferred("catalina.jar", new JarBuilder()
                .manifest("Bundle-SymbolicName: org.apache.tomcat-catalina", "Implementation-Title: Apache Tomcat",
                        "Implementation-Version: 9.0.82")
                .entry("org/apache/catalina/Server.class", ""), "org.apache.tomcat:tomcat-catalina",
                Evidence.MANIFEST);
        assertInferred("catalina-tribes.jar", new JarBuilder()
                .manifest("Bundle-SymbolicName: org.apache.tomcat-tribes", "Implementation-Title: Apache Tomcat",
                        "Implementation-Version: 9.0.82")
                .entry("org/apache/catalina/tribes/Channel.class", ""), "org.apache.tomcat:tomcat-tribes",
                Evidence.MANIFEST);
        assertInferred("servlet-api.jar", new JarBuilder()
                .entry("META-INF/MANIFEST.MF", """
                        Manifest-Version: 1.0
                        Bundle-SymbolicName: org.apache.tomcat-servlet-api

                        Name: javax/servlet/
                        Implementation-Vendor: Apache Software Foundation

                        """)
                .entry("javax/servlet/Servlet.class", ""), "org.apache.tomcat:tomcat-servlet-api",
                Evidence.MANIFEST);
    }

    /** Jars of embedded Tomcat have another group. They contain the classes of an API as well. */
    @Test
    void productIsUnknownInARepackagedJar() {
        assertUnknown("tomcat-embed-core-8.5.0.jar", new JarBuilder()
                .manifest("Bundle-SymbolicName: org.apache.tomcat-embed-core", "Implementation-Title: Apache Tomcat")
                .entry("javax/servlet/Servlet.class", "")
                .entry("org/apache/catalina/Server.class", ""));
    }

    @Test
    void moduleIsTheGroupIfAllClassesAreInIt() {
        assertInferred("reactive-streams-1.0.4.jar", new JarBuilder()
                .manifest("Automatic-Module-Name: org.reactivestreams")
                .entry("org/reactivestreams/Publisher.class", ""), "org.reactivestreams:reactive-streams",
                Evidence.MODULE);
        assertUnknown("jna-5.14.0.jar", new JarBuilder().manifest("Automatic-Module-Name: com.sun.jna")
                .entry("com/sun/jna/Native.class", ""));
    }

    @Test
    void buildNumbersAreNotPartOfTheVersion() {
        assertThat(only("a.jar", new JarBuilder().manifest("Implementation-Version: 9.9.1 eee32cbf - 2023-12-12"))
                .version()).isEqualTo("9.9.1");
        assertThat(only("a.jar", new JarBuilder().manifest("Implementation-Version: 2.2.0-release-294(2.2.0)"))
                .version()).isEqualTo("2.2.0");
        assertThat(only("derby.jar", new JarBuilder().manifest("Bundle-SymbolicName: derby",
                "Bundle-Version: 10.16.1000001.1901046")).version()).isEqualTo("10.16.1.1");
        assertThat(only("a.jar", new JarBuilder().manifest("Bundle-Version: 1.5.7.4")).version()).isEqualTo("1.5.7.4");
    }

    @Test
    void longerVersionInTheFileNameIsInferred() {
        Jar jar = only("mssql-jdbc-12.8.1.jre11.jar",
                new JarBuilder().pom("com.microsoft.sqlserver", "mssql-jdbc", "12.8.1"));
        assertThat(jar.version()).isEqualTo("12.8.1.jre11");
        assertThat(jar.certainty()).isEqualTo(Certainty.INFERRED);
        assertThat(jar.libraries()).isEmpty();
    }

    @Test
    void bothWaysToReadAJarInferTheSame() throws IOException {
        for (String path : List.of("catalina.jar", "lib/main/org.example.lib-core-1.0.jar", "lib-1.0.jar")) {
            JarWays.assertAlike(path, new JarBuilder()
                    .manifest("Bundle-SymbolicName: org.apache.tomcat-catalina", "Implementation-Title: Apache Tomcat")
                    .entry("org/apache/catalina/Server.class", "")
                    .entry("META-INF/native-image/org.example/lib/reflect-config.json", "[]")
                    .toJar());
        }
    }

    @Test
    void classesOfAnApplicationAreInItsFolder() {
        JarNames names = new JarNames();
        List.of("org/springframework/boot/loader/Launcher.class", "BOOT-INF/classes/com/example/App.class",
                "BOOT-INF/classes/com/example/web/A.class", "META-INF/versions/9/x/B.class", "C.class")
                .forEach(names::add);
        assertThat(names.commonPackage()).isEmpty();
        JarNames only = new JarNames();
        List.of("WEB-INF/classes/com/example/App.class", "WEB-INF/classes/com/example/web/A.class")
                .forEach(only::add);
        assertThat(only.commonPackage()).isEqualTo("com.example");
    }

    @Test
    void packagesBeyondTheBoundDoNotCount() {
        JarNames names = new JarNames();
        for (int i = 0; i < 2_000; i++) {
            names.add("com/example/p" + i + "/A.class");
        }
        for (int i = 0; i < 5_000; i++) {
            names.add("org/other/p" + i + "/A.class");
        }
        assertThat(names.commonPackage()).isEqualTo("com.example");
    }

    private static void assertInferred(String path, JarBuilder jar, String library, Evidence evidence) {
        Jar found = only(path, jar);
        assertThat(found.library()).isEqualTo(library);
        assertThat(found.certainty()).isEqualTo(Certainty.INFERRED);
        assertThat(found.evidence()).isEqualTo(evidence);
    }

    private static void assertUnknown(String path, JarBuilder jar) {
        Jar found = only(path, jar);
        assertThat(found.groupId()).as(found.library()).isNull();
        assertThat(found.certainty()).isEqualTo(Certainty.UNKNOWN);
    }

    private static Jar only(String path, JarBuilder jar) {
        List<Jar> jars = DrawnImage.anImage().layer(l -> l.file(path, jar.toJar())).inspect().software().jars();
        assertThat(jars).hasSize(1);
        return jars.getFirst();
    }
}
