package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.content.Unread;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;

class SeparateDependencyLayerTests extends CheckContract {

    private static final Check CHECK = new SeparateDependencyLayer();

    @Override
    Stream<Example> examples() {
        return Stream.concat(javaExamples(), otherExamples());
    }

    private static Stream<Example> javaExamples() {
        return Stream.of(is(CHECK, NOT_APPLICABLE, image()),
                is(CHECK, PASS, app().jar("a.jar", "g", "a", "1", 1, "a").layer("top").file("A.class", 1)),
                is(CHECK, FAIL, app().jar("a.jar", "g", "a", "1", 1, "a").file("A.class", 1)),
                is(CHECK, UNKNOWN, unreadJar(app())),
                is(CHECK, NOT_APPLICABLE, app().jar("app.jar", "g", "a", "1", 1, "a")),
                is(CHECK, PASS, unreadJar(app().jar("a.jar", "g", "a", "1", 1, "a").layer("top"))),
                is(CHECK, UNKNOWN,
                        unreadJar(app().jar("a.jar", "g", "a", "1", 1, "a").layer("top"))
                                .entrypoint("java", "-jar", "/app.jar")));
    }

    private static Stream<Example> otherExamples() {
        return Stream.of(is(CHECK, PASS, python(application()).layer("code").file("app/main.py", 1)),
                is(CHECK, FAIL, python(application()).file("app/main.py", 1)),
                is(CHECK, FAIL, python(application()).file("app/gems/main.py", 1)),
                is(CHECK, WARN, python(application().file("app/main.py", 1).layer("packages"))),
                is(CHECK, UNKNOWN, python(application())),
                is(CHECK, PASS, php(application()).layer("code").file("app/public/index.php", 1)),
                is(CHECK, FAIL, php(application()).file("app/public/index.php", 1)),
                is(CHECK, UNKNOWN, php(application())),
                is(CHECK, UNKNOWN, together(image().base("label")).entrypoint("/token=s3cret/java", "Main")),
                is(CHECK, NOT_APPLICABLE, image().entrypoint("/token=s3cret/java", "Main")),
                is(CHECK, UNKNOWN, python(application()).workingDirectory("/app/token=s3cret/..").file("app/a.py", 1)),
                is(CHECK, UNKNOWN,
                        fat(java(), "BOOT-INF/lib/a.jar").entrypoint("java", "-jar", "/token=s3cret/app.jar")),
                is(CHECK, WARN, fat(java(), "BOOT-INF/lib/a.jar").entrypoint("java", "--token", "s3cret", "a")),
                is(CHECK, FAIL, fat(app(), "BOOT-INF/lib/a.jar").entrypoint("java", "-jar", "/token=s3cret/app.jar")),
                is(CHECK, UNKNOWN,
                        unreadJar(app().jar("a.jar", "g", "a", "1", 1, "a").layer("top"))
                                .entrypoint("java", "-jar", "/token=s3cret/app.jar")),
                is(CHECK, UNKNOWN, python(folder()).layer("code").file("app/main.py", 1)),
                is(CHECK, WARN, python(folder()).file("app/main.py", 1)),
                is(CHECK, PASS, node(application()).layer("code").file("app/server.js", 1)),
                is(CHECK, FAIL, node(application()).file("app/server.js", 1)),
                is(CHECK, FAIL, node(application().platform("windows/amd64").workingDirectory("C:\\app"))
                        .file("app/server.js", 1)),
                is(CHECK, FAIL, node(application().platform("windows/amd64").workingDirectory("c:\\.\\App\\"))
                        .file("APP/server.js", 1)));
    }

    @Test
    void judgeWhenClassesAreAboveJarsPasses() {
        assertFinding(CHECK, apart(java().base("label"))).hasVerdict(PASS)
                .hasOnlyEvidence("2 jars", "300 bytes", "layer 1", "1 class file", "layer 2");
    }

    @Test
    void judgeWhenTheBaseImageIsUnknownNeitherPassesNorFails() {
        assertFinding(CHECK, apart(java())).hasVerdict(UNKNOWN).hasOnlyEvidence("base image is unknown");
        assertFinding(CHECK, together(java())).hasVerdict(WARN).hasOnlyEvidence("base image is unknown");
    }

    @Test
    void judgeWhenClassesAreBelowJarsWarns() {
        assertFinding(CHECK,
                java().base("label")
                        .layer("classes")
                        .file("app/Main.class", 10)
                        .layer("jars")
                        .jar("app/libs/a.jar", "g", "a", "1", 100, "a"))
                .hasVerdict(WARN);
    }

    @Test
    void judgeWhenClassesAndJarsShareALayerFails() {
        assertFinding(CHECK, together(java().base("label"))).hasVerdict(FAIL)
                .hasOnlyEvidence("1 jar", "100 bytes", "layer 1", "1 class file", "layer 1");
    }

    @Test
    void judgeWhenJarsArePackedIntoOneFails() {
        assertFinding(CHECK, fat(java().base("label"), "BOOT-INF/lib/a.jar")).hasVerdict(FAIL)
                .hasOnlyEvidence("/srv/app.jar", "500 bytes");
    }

    @Test
    void judgeWhenTheBaseIsUnknownFailsAPackedJarOnlyIfItIsStarted() {
        assertFinding(CHECK, fat(java(), "WEB-INF/lib/a.jar")).hasVerdict(WARN);
        assertFinding(CHECK,
                fat(java(), "BOOT-INF/lib/a.jar").entrypoint("tini", "--", "java", "-jar", "app.jar"))
                .hasVerdict(FAIL);
    }

    @Test
    void judgeDoesNotCountAJarThatALibraryContains() {
        assertFinding(CHECK, fat(java().base("label"), "META-INF/agent/a.jar")).hasVerdict(NOT_APPLICABLE);
    }

    @Test
    void judgeDoesNotCountAJarOfTheRuntime() {
        assertFinding(CHECK,
                image().base("label")
                        .layer("jre")
                        .java("opt/java", "Eclipse Adoptium", "25", "java.base")
                        .jar("opt/java/lib/jrt-fs.jar", "g", "jrt-fs", "25", 1, "a")
                        .file("opt/java/lib/A.class", 1)
                        .layer("app")
                        .jar("app.jar", "g", "app", "1", 1, "app"))
                .hasVerdict(NOT_APPLICABLE);
    }

    @Test
    void judgeWhenAllJarsAreInOneLayerFails() {
        InspectionBuilder jars = java().base("label")
                .layer("jars")
                .jar("a.jar", "g", "a", "1", 1, "a")
                .jar("b.jar", "g", "b", "1", 1, "b");
        assertFinding(CHECK, jars).hasVerdict(FAIL);
        assertFinding(CHECK, jars.layer("app").jar("app.jar", "g", "app", "1", 1, "app")).hasVerdict(PASS);
    }

    @Test
    void judgeWhenThereIsNoLibraryAboveTheBaseIsNotApplicable() {
        assertFinding(CHECK,
                java().jar("usr/share/java/a.jar", "g", "a", "1", 1, "a")
                        .jar("usr/share/java/b.jar", "g", "b", "1", 1, "b")
                        .base("label")
                        .layer("app"))
                .hasVerdict(NOT_APPLICABLE);
    }

    /** One runtime is in the folder of another. The names of other folders only begin with the same text. */
    @Test
    void judgeDoesNotCountFilesOfAnyJavaRuntime() {
        InspectionBuilder image = java().java("opt/java/jre", "Eclipse Adoptium", "8", "java.base")
                .java("opt/java-8", "Eclipse Adoptium", "8", "java.base")
                .base("label")
                .layer("app")
                .jar("opt/java/jre/lib/a.jar", "g", "a", "1", 1, "a")
                .jar("opt/java/lib/b.jar", "g", "b", "1", 1, "b")
                .jar("opt/java-8/c.jar", "g", "c", "1", 1, "c");
        assertFinding(CHECK, image).hasVerdict(NOT_APPLICABLE);
        assertFinding(CHECK,
                image.jar("opt/java-9/d.jar", "g", "d", "1", 1, "d").jar("opt/javac.jar", "g", "e", "1", 1, "e"))
                .hasOnlyEvidence("2 jars");
    }

    @Test
    void judgeNamesTheLayersWithMostPackagesAndSources() {
        InspectionBuilder image = folder().base("label").layer("packages");
        for (String name : new String[] { "a", "b" }) {
            image.languagePackage("pypi", name, "1",
                    "srv/venv/lib/python3.13/site-packages/" + name + ".dist-info/METADATA");
        }
        assertFinding(CHECK,
                image.layer("code")
                        .file("app/main.py", 1)
                        .file("app/wsgi.py", 1)
                        .layer("own package")
                        .languagePackage("pypi", "app", "1",
                                "srv/venv/lib/python3.13/site-packages/app.dist-info/METADATA")
                        .file("app/version.py", 1))
                .hasVerdict(PASS)
                .hasOnlyEvidence("3 Python packages", "2 of them", "layer 1", "3 source files", "/app", "2 of them",
                        "layer 2");
    }

    @Test
    void judgeDoesNotCountPackagesOfAnInstallerOrTheSystem() {
        assertFinding(CHECK,
                folder().languagePackage("pypi", "pip", "26.0",
                        "usr/local/lib/python3.13/site-packages/pip-26.0.dist-info/METADATA")
                        .languagePackage("npm", "@npmcli/arborist", "9.0.0",
                                "usr/local/lib/node_modules/npm/node_modules/@npmcli/arborist/package.json")
                        .languagePackage("pypi", "apt", "3", "usr/lib/python3/dist-packages/apt-3.dist-info/METADATA")
                        .file("usr/lib/python3/dist-packages/apt-3.dist-info/METADATA", 1)
                        .packaged("usr/lib/python3/dist-packages/apt-3.dist-info/METADATA", "python3-apt")
                        .file("app/main.py", 1)
                        .file("app/main.js", 1))
                .hasVerdict(NOT_APPLICABLE);
    }

    @Test
    void judgeWhenTheImageDoesNotRunJavaIsNotApplicable() {
        assertFinding(CHECK, together(image().base("label"))).hasVerdict(NOT_APPLICABLE);
        assertFinding(CHECK, together(image().base("label")).entrypoint("/usr/bin/java", "Main")).hasVerdict(FAIL);
    }

    private static InspectionBuilder java() {
        return image().java("opt/java", "Eclipse Adoptium", "25.0.3", "java.base");
    }

    /** An application's layer on a known base with Java. */
    private static InspectionBuilder app() {
        return java().base("label").layer("app");
    }

    private static InspectionBuilder apart(InspectionBuilder image) {
        return image.layer("jars")
                .jar("app/libs/a.jar", "g", "a", "1", 100, "a")
                .jar("app/libs/b.jar", "g", "b", "1", 200, "b")
                .layer("classes")
                .file("app/classes/Main.class", 10);
    }

    private static InspectionBuilder together(InspectionBuilder image) {
        return image.layer("app").jar("app/libs/a.jar", "g", "a", "1", 100, "a").file("app/Main.class", 10);
    }

    private static InspectionBuilder fat(InspectionBuilder image, String inner) {
        return image.layer("app")
                .jar("srv/app.jar", "g", "app", "1", 500, "app")
                .jar("srv/app.jar!/" + inner, "g", "a", "1", 100, "a");
    }

    private static InspectionBuilder unreadJar(InspectionBuilder image) {
        return image.jar("app.jar", "g", "app", null, 1, "app")
                .unread(Unread.Subject.JAR, "app.jar", "It is larger than 64 MiB.");
    }

    /** An image that starts below /app. */
    private static InspectionBuilder folder() {
        return image().folder("app", 0755).workingDirectory("/app");
    }

    /** An image on a known base, which starts below /app. */
    private static InspectionBuilder application() {
        return folder().base("label").layer("app");
    }

    private static InspectionBuilder php(InspectionBuilder image) {
        return image
                .languagePackage("composer", "monolog/monolog", "3.9.0", "app/vendor/composer/installed.json")
                .file("app/vendor/composer/installed.json", 1)
                .file("app/vendor/autoload.php", 1);
    }

    private static InspectionBuilder python(InspectionBuilder image) {
        String folder = "usr/local/lib/python3.13/site-packages/flask";
        return image.languagePackage("pypi", "flask", "3.1", folder + "-3.1.dist-info/METADATA")
                .file(folder + "/app.py", 1);
    }

    private static InspectionBuilder node(InspectionBuilder image) {
        return image.languagePackage("npm", "express", "5.0.0", "app/node_modules/express/package.json")
                .file("app/node_modules/express/index.js", 1);
    }
}
