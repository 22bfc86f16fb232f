package dev.tare.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.content.Unread;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.inspection.system.Password;
import dev.tare.policy.check.PracticeFinding;
import dev.tare.policy.check.Practices;
import dev.tare.policy.check.Verdict;
import dev.tare.secret.SecretKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tare.policy.check.Verdict.FAIL;
import static dev.tare.policy.check.Verdict.NOT_APPLICABLE;
import static dev.tare.policy.check.Verdict.PASS;
import static dev.tare.policy.check.Verdict.UNKNOWN;
import static dev.tare.policy.check.Verdict.WARN;
import static org.assertj.core.api.Assertions.assertThat;

/** Shows each practice with an image for each verdict that it can come to. */
class PracticeCoverageTests {

    private static final String DIGEST = "sha256:" + "a1".repeat(32);

    private static final String BASE = "org.opencontainers.image.base.";

    /** What no image can show: where signatures are, an image does not tell. */
    private static final Set<String> NEVER_PASSES = Set.of("content-trust");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judgeGivesTheVerdict(Case example) {
        PracticeFinding finding = judge(example);
        assertThat(finding.verdict()).as("%s", finding.evidence()).isEqualTo(example.verdict());
        assertThat(finding.evidence()).isNotEmpty().allMatch(sentence -> sentence.endsWith("."));
        assertThat(finding.remedy() == null).isEqualTo(!example.verdict().isOpen());
    }

    @Test
    void everyPracticeHasAnImageThatPassesAndOneThatDoesNot() {
        List<Case> cases = cases().toList();
        assertThat(cases).extracting(Case::practice).isSubsetOf(Practices.ids());
        assertThat(Practices.ids())
                .allSatisfy(id -> assertThat(cases).filteredOn(example -> example.practice().equals(id))
                        .extracting(Case::verdict)
                        .satisfies(verdicts -> assertThat(verdicts.contains(PASS))
                                .isEqualTo(!NEVER_PASSES.contains(id)))
                        .anyMatch(Verdict::isOpen));
    }

    static Stream<Case> cases() {
        return Stream.of(origin(), users(), files(), layers(), config(), surface()).flatMap(cases -> cases);
    }

    private static Stream<Case> origin() {
        return Stream.of(is("base-pinned", PASS, image().annotation(BASE + "digest", DIGEST)),
                is("base-pinned", WARN, image().annotation(BASE + "name", "debian:13")),
                is("base-pinned", FAIL, image().annotation(BASE + "digest", "latest")),
                is("base-pinned", UNKNOWN, image()),
                is("versioned-tag", PASS, named("registry.example.com:5000/app:1.0")),
                is("versioned-tag", PASS, named("app@" + DIGEST)), is("versioned-tag", PASS, named("app:1 (a.tar)")),
                is("versioned-tag", WARN, named("registry.example.com:5000/app:latest")),
                is("versioned-tag", WARN, named("latest")), is("versioned-tag", WARN, named("app:latest (2)")),
                is("versioned-tag", NOT_APPLICABLE, named("registry.example.com:5000/app")),
                is("versioned-tag", NOT_APPLICABLE, named("app.tar")), is("content-trust", UNKNOWN, image()),
                is("version-labels", PASS, labelled("version", "revision", "source", "licenses")),
                is("version-labels", WARN, labelled("version")), is("version-labels", FAIL, image()));
    }

    private static Stream<Case> users() {
        return Stream.of(is("non-root-user", PASS, image().user("65532:65532")),
                is("non-root-user", WARN, image().user("65532")),
                is("non-root-user", WARN,
                        image().user("7").account("app", 7, 8, Password.LOCKED).group("root", 0, "app")),
                is("non-root-user", PASS,
                        image().user("7").account("app", 7, 8, Password.LOCKED).group("root", 0, "b")),
                is("non-root-user", FAIL, image().user("0:0")),
                is("known-user", PASS, image().user("app:app").account("app", 1, 1, Password.LOCKED).group("app", 1)),
                is("known-user", PASS, image().user("app:7").account("app", 1, 1, Password.LOCKED)),
                is("known-user", FAIL, image().user("app")),
                is("known-user", FAIL, image().user("app:staff").account("app", 1, 1, Password.LOCKED)),
                is("known-user", FAIL, image().user("7:staff")), is("known-user", NOT_APPLICABLE, image().user("7:7")),
                is("known-user", NOT_APPLICABLE, image()), is("known-user", UNKNOWN, tooManyUsers().user("app")),
                is("no-empty-password", PASS, image().account("root", 0, 0, Password.LOCKED)),
                is("no-empty-password", PASS, image().account("root", 0, 0, Password.SET)),
                is("no-empty-password", FAIL, image().account("root", 0, 0, Password.EMPTY)),
                is("no-empty-password", NOT_APPLICABLE, image()), is("no-empty-password", UNKNOWN, tooManyUsers()),
                is("unique-accounts", PASS, accounts("root", 0, "a", 1)),
                is("unique-accounts", PASS, accounts("a", 1, "a", 1)),
                is("unique-accounts", WARN, accounts("b", 1, "a", 1)),
                is("unique-accounts", WARN, accounts("a", 1, "a", 2)),
                is("unique-accounts", WARN, image().group("a", 5).group("b", 5)),
                is("unique-accounts", FAIL, accounts("root", 0, "toor", 0)),
                is("unique-accounts", NOT_APPLICABLE, image()), is("unique-accounts", UNKNOWN, tooManyUsers()),
                is("read-only-program", PASS, owned(0, 0, 0755)),
                is("read-only-program", PASS, owned(7, 8, 0664, "a.txt")),
                is("read-only-program", PASS, owned(0, 9, 0775)), is("read-only-program", WARN, owned(7, 0, 0555)),
                is("read-only-program", WARN, owned(0, 8, 0575)), is("read-only-program", WARN, owned(0, 0, 0777)),
                is("read-only-program", WARN, owned(0, 8, 0664, "app.jar")),
                is("read-only-program", WARN, owned(0, 0, 0755).folder("opt", 0777)),
                is("read-only-program", PASS, owned(0, 0, 0755).folder("opt", 01777)),
                is("read-only-program", WARN, owned(7, 0, 0644, "libx.so.1")),
                is("read-only-program", WARN, owned(7, 0, 0644, "main.py")),
                is("read-only-program", WARN, owned(0, 0, 0644, "app.jar").folder("opt", 0755, 7, 0)),
                is("read-only-program", WARN, deep(0644).folder("opt", 0755, 7, 0)),
                is("read-only-program", WARN, deep(0644).folder("opt", 01777).folder("opt/lib", 0755, 7, 0)),
                is("read-only-program", PASS, deep(0644).folder("opt", 01777).folder("opt/lib", 0755, 0, 0)),
                is("read-only-program", WARN, grouped().user("app").group("deploy", 9, "other", "app")),
                is("read-only-program", WARN, grouped().user("7").group("deploy", 9, "app")),
                is("read-only-program", PASS, grouped().user("app").group("deploy", 9, "other")),
                is("read-only-program", PASS, grouped().user("app:8").group("deploy", 9, "app")),
                is("read-only-program", WARN, server().entrypoint("python3.13", "-u", "/opt/server")),
                is("read-only-program", WARN,
                        server().workingDirectory("/opt").entrypoint("node").command("server")),
                is("read-only-program", PASS, server().entrypoint("/opt/other", "/opt/server")),
                is("read-only-program", NOT_APPLICABLE, owned(0, 0, 0777).user("")),
                is("read-only-program", UNKNOWN, owned(0, 0, 0777).user("app")));
    }

    private static Stream<Case> files() {
        return Stream.of(is("no-stray-files", FAIL, image().surface(SurfaceKind.STRAY_FILE, ".git")),
                is("no-stray-files", PASS, image()),
                is("no-sensitive-data", PASS, image()),
                is("no-sensitive-data", WARN, image().secret(SecretKind.ENCRYPTED_PRIVATE_KEY, "a.pem", 1, 0, null)),
                is("no-sensitive-data", FAIL, image().secret(SecretKind.PRIVATE_KEY, "a.pem", 1, 0, null)),
                is("no-package-cache", FAIL, image().surface(SurfaceKind.PACKAGE_CACHE, "var/cache/apt")),
                is("no-package-cache", PASS, image()),
                is("no-build-tools", FAIL, image().surface(SurfaceKind.COMPILER, "usr/bin/gcc")),
                is("no-build-tools", PASS, image()),
                is("ca-certificates", PASS, image().surface(SurfaceKind.CA_CERTIFICATES, "etc/ssl/cert.pem")),
                is("ca-certificates", WARN, image()), is("dependencies-apart", NOT_APPLICABLE, image()),
                is("dependencies-apart", PASS,
                        java().jar("a.jar", "g", "a", "1", 1, "a").layer("top").file("A.class", 1)),
                is("dependencies-apart", FAIL, java().jar("a.jar", "g", "a", "1", 1, "a").file("A.class", 1)),
                is("dependencies-apart", UNKNOWN, unreadJar(java())),
                is("dependencies-apart", NOT_APPLICABLE, java().jar("app.jar", "g", "a", "1", 1, "a")),
                is("dependencies-apart", PASS, unreadJar(java().jar("a.jar", "g", "a", "1", 1, "a").layer("top"))),
                is("dependencies-apart", UNKNOWN,
                        unreadJar(java().jar("a.jar", "g", "a", "1", 1, "a").layer("top"))
                                .entrypoint("java", "-jar", "/app.jar")),
                is("dependencies-apart", PASS, python(application()).layer("code").file("app/main.py", 1)),
                is("dependencies-apart", FAIL, python(application()).file("app/main.py", 1)),
                is("dependencies-apart", WARN, python(application().file("app/main.py", 1).layer("packages"))),
                is("dependencies-apart", UNKNOWN, python(application())),
                is("dependencies-apart", UNKNOWN,
                        python(image().folder("app", 0755).workingDirectory("/app")).layer("code")
                                .file("app/main.py", 1)),
                is("dependencies-apart", WARN,
                        python(image().folder("app", 0755).workingDirectory("/app")).file("app/main.py", 1)),
                is("dependencies-apart", PASS, node(application()).layer("code").file("app/server.js", 1)),
                is("dependencies-apart", FAIL, node(application()).file("app/server.js", 1)));
    }

    private static Stream<Case> layers() {
        return Stream.of(is("little-waste", PASS, image().file("a", 99).wasted("old", 1, 0, 0)),
                is("little-waste", WARN, image().file("a", 92).wasted("old", 8, 0, 0)),
                is("little-waste", FAIL, image().file("a", 80).wasted("old", 20, 0, 0)),
                is("few-layers", PASS, layers(100)), is("few-layers", WARN, layers(101)),
                is("few-layers", WARN, layers(125)), is("few-layers", FAIL, layers(126)),
                is("no-replaced-packages", NOT_APPLICABLE, image()),
                is("no-replaced-packages", PASS, image().file(info("a"), 1).layer("top").file(info("b"), 1)),
                is("no-replaced-packages", WARN,
                        image().file(info("b"), 1)
                                .layer("top")
                                .file(info("a:amd64"), 1)
                                .wasted(info("a:amd64"), 1, 0, 1)),
                is("no-replaced-packages", PASS,
                        image().file(info("b"), 1)
                                .layer("top")
                                .file(info("a"), 1)
                                .base("all")
                                .wasted(info("a"), 1, 0, 1)),
                is("no-replaced-packages", PASS, image().file(info("b"), 1).layer("top").wasted(info("a"), 1, 0, 1)),
                is("no-replaced-packages", UNKNOWN,
                        image().layer("top").file(info("a"), 1).wasted(info("a"), 1, 0, 1)));
    }

    private static Stream<Case> config() {
        return Stream.of(is("runtime-environment", PASS, image().environment("LANG=C.UTF-8")),
                is("runtime-environment", WARN, image()), is("port-exposed", PASS, image().port("8080/tcp")),
                is("port-exposed", WARN, image()), is("no-sensitive-volumes", PASS, image()),
                is("no-sensitive-volumes", PASS, image().volume("/etc/app").volume("/var/lib/data").volume("/devices")),
                is("no-sensitive-volumes", FAIL, image().volume("/")),
                is("no-sensitive-volumes", FAIL, image().volume("//etc/.")),
                is("no-sensitive-volumes", FAIL, image().volume("/data/../proc/1")),
                is("no-sensitive-volumes", FAIL, image().volume("/var/run/docker.sock")),
                is("exec-form-command", PASS, image().entrypoint("java")),
                is("exec-form-command", WARN, image().entrypoint("sh", "-c", "java")),
                is("exec-form-command", WARN, started("/bin/sh -e")),
                is("exec-form-command", WARN, started("/usr/bin/env bash")),
                is("exec-form-command", WARN, started("/bin/busybox sh")),
                is("exec-form-command", PASS, started("/usr/bin/env python3")),
                is("exec-form-command", FAIL, image()), is("program-exists", PASS, program().entrypoint("app")),
                is("program-exists", PASS, program().entrypoint("/usr/bin/app")),
                is("program-exists", PASS, program().workingDirectory("/usr").entrypoint("bin/app")),
                is("program-exists", PASS,
                        program().folder("opt", 0755).link("opt/app", "../usr/bin/app").entrypoint("/opt/app")),
                is("program-exists", FAIL, program().entrypoint("other")),
                is("program-exists", FAIL, program().entrypoint("/usr/bin")),
                is("program-exists", FAIL, program().entrypoint("$HOME/app")),
                is("program-exists", FAIL, program().file("usr/bin/data", 1).entrypoint("data")),
                is("program-exists", FAIL, program().environment("PATH=/opt").entrypoint("app")),
                is("program-exists", FAIL,
                        program().folder("sbin", 0755)
                                .file("sbin/tini", 1, 0755, "t")
                                .entrypoint("tini", "--", "gone")),
                is("program-exists", NOT_APPLICABLE, image()),
                is("program-exists", NOT_APPLICABLE, image().platform("windows/amd64").entrypoint("app.exe")),
                is("health-check", PASS, program().healthCheck("CMD", "app", "health")),
                is("health-check", PASS,
                        program().folder("bin", 0755)
                                .file("bin/sh", 1, 0755, "s")
                                .healthCheck("CMD-SHELL", "app health")),
                is("health-check", FAIL, program().healthCheck("CMD-SHELL", "app health")),
                is("health-check", FAIL, program().healthCheck("CMD", "curl")),
                is("health-check", WARN, program().entrypoint("app")),
                is("health-check", WARN, program().command("app").oci()),
                is("health-check", WARN, image().healthCheck("NONE")),
                is("health-check", PASS, program().healthCheck("CMD", "app", "health").oci()),
                is("health-check", NOT_APPLICABLE, image()),
                is("working-directory", PASS, image().workingDirectory("/app")),
                is("working-directory", FAIL, image().workingDirectory("//./")));
    }

    private static Stream<Case> surface() {
        return Stream.of("no-shell SHELL", "no-package-manager PACKAGE_MANAGER", "no-network-tools NETWORK_TOOL",
                "no-sudo PRIVILEGE_TOOL", "no-setuid SETUID", "no-setuid SETGID",
                "no-file-capabilities FILE_CAPABILITIES", "no-world-writable WORLD_WRITABLE").flatMap(pair -> {
                    String[] words = pair.split(" ");
                    return Stream.of(is(words[0], PASS, image()),
                            is(words[0], FAIL, image().surface(SurfaceKind.valueOf(words[1]), "usr/bin/thing")));
                });
    }

    private static PracticeFinding judge(Case example) {
        return Practices.all()
                .stream()
                .filter(practice -> practice.id().equals(example.practice()))
                .findFirst()
                .orElseThrow()
                .judge(example.image().build());
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("first");
    }

    private static InspectionBuilder named(String name) {
        return InspectionBuilder.image(name).layer("first");
    }

    private static InspectionBuilder java() {
        return image().java("opt/java", "Eclipse Adoptium", "25", "java.base").base("label").layer("app");
    }

    private static InspectionBuilder program() {
        return image().folder("usr", 0755).folder("usr/bin", 0755).file("usr/bin/app", 1, 0755, "app");
    }

    /** An image that starts a script by another name of its file. */
    private static InspectionBuilder started(String interpreter) {
        return image().script("start", interpreter).hardLink("run", "start").entrypoint("/run");
    }

    private static InspectionBuilder labelled(String... keys) {
        InspectionBuilder image = image();
        Arrays.stream(keys).forEach(key -> image.label("org.opencontainers.image." + key, "x"));
        return image;
    }

    private static InspectionBuilder accounts(String first, long firstUid, String second, long secondUid) {
        return image().account(first, firstUid, 1, Password.LOCKED).account(second, secondUid, 1, Password.LOCKED);
    }

    private static InspectionBuilder tooManyUsers() {
        return image().unreadAccounts("etc/passwd");
    }

    /** An image that runs as 7:8. */
    private static InspectionBuilder owned(long uid, long gid, int mode) {
        return owned(uid, gid, mode, "app");
    }

    private static InspectionBuilder owned(long uid, long gid, int mode, String name) {
        return image().user("7:8").file("opt/" + name, mode, uid, gid);
    }

    private static InspectionBuilder unreadJar(InspectionBuilder image) {
        return image.jar("app.jar", "g", "app", null, 1, "app")
                .unread(Unread.Subject.JAR, "app.jar", "It is larger than 64 MiB.");
    }

    /** An image on a known base, which starts below /app. */
    private static InspectionBuilder application() {
        return image().folder("app", 0755).base("label").workingDirectory("/app").layer("app");
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

    /** An image with a script that nothing tells but the command, and that its user can write. */
    private static InspectionBuilder server() {
        return owned(7, 0, 0644, "server").folder("opt", 0755);
    }

    /** An image with a library two folders deep. */
    private static InspectionBuilder deep(int mode) {
        return image().user("7:8").file("opt/lib/app.jar", mode, 0, 0);
    }

    /** An image whose library a group may write, to which no user belongs first. */
    private static InspectionBuilder grouped() {
        return owned(0, 9, 0664, "app.jar").account("app", 7, 8, Password.LOCKED);
    }

    private static InspectionBuilder layers(int count) {
        InspectionBuilder image = image();
        for (int i = 1; i < count; i++) {
            image.layer("l" + i);
        }
        return image;
    }

    private static String info(String packageName) {
        return "var/lib/dpkg/info/" + packageName + ".md5sums";
    }

    private static Case is(String practice, Verdict verdict, InspectionBuilder image) {
        return new Case(practice, verdict, image);
    }

    record Case(String practice, Verdict verdict, InspectionBuilder image) {

        @Override
        public String toString() {
            return this.practice + " " + this.verdict;
        }
    }
}
