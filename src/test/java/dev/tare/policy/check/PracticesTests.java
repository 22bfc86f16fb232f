package dev.tare.policy.check;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Secret;
import dev.tare.inspection.SecretPlace;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.secret.Certainty;
import dev.tare.secret.SecretKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tare.inspection.system.Password.LOCKED;
import static org.assertj.core.api.Assertions.assertThat;

class PracticesTests {

    private static final String DIGEST = "sha256:" + "a1".repeat(32);

    @Test
    void judgeNamesEveryPracticeOnce() {
        assertThat(Practices.judge(image().build())).extracting(finding -> finding.practice().id())
                .doesNotHaveDuplicates()
                .hasSize(32)
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void judgeExplainsEveryFindingAndHowToMendIt() {
        assertThat(Practices.judge(image().build())).allSatisfy(finding -> {
            assertThat(finding.practice().asks()).endsWith(".");
            assertThat(finding.practice().why()).endsWith(".");
            assertThat(finding.evidence()).allMatch(sentence -> sentence.endsWith("."));
            assertThat(finding.remedy() == null)
                    .isEqualTo(finding.verdict() == Verdict.PASS || finding.verdict() == Verdict.NOT_APPLICABLE);
        });
    }

    @Test
    void basePinnedWhenDigestIsAnnotatedPasses() {
        PracticeFinding finding = judge(new BasePinned(), image()
                .annotation("org.opencontainers.image.base.name", "debian:13")
                .annotation("org.opencontainers.image.base.digest", DIGEST));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).containsExactly("The base is debian:13 at " + DIGEST + ".");
    }

    @Test
    void basePinnedWhenDigestIsPartOfTheNamePasses() {
        assertThat(verdict(new BasePinned(),
                image().label("org.opencontainers.image.base.name", "debian@" + DIGEST))).isEqualTo(Verdict.PASS);
    }

    @Test
    void basePinnedWhenOnlyTheNameIsKnownWarns() {
        assertThat(verdict(new BasePinned(), image().label("org.opencontainers.image.base.name", "debian:13")))
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void basePinnedWhenDigestIsNoneFails() {
        assertThat(verdict(new BasePinned(), image().label("org.opencontainers.image.base.digest", "latest")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void basePinnedWhenNameAndDigestDisagreeWarns() {
        PracticeFinding finding = judge(new BasePinned(), image()
                .annotation("org.opencontainers.image.base.name", "debian@sha256:" + "b2".repeat(32))
                .annotation("org.opencontainers.image.base.digest", DIGEST));
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.evidence()).singleElement().asString().contains("b2b2", "but", DIGEST);
    }

    @Test
    void basePinnedWhenWhatFollowsTheAtSignHasNoColonTakesItForNoDigest() {
        assertThat(verdict(new BasePinned(), image().annotation("org.opencontainers.image.base.name", "debian@latest")))
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void basePinnedSaysThatALabelMayBeInherited() {
        assertThat(judge(new BasePinned(), image().label("org.opencontainers.image.base.digest", DIGEST)).evidence())
                .containsExactly("The base is " + DIGEST
                        + ". A label may be inherited from the base, and is then about the base of that.");
    }

    @Test
    void basePinnedWhenNothingTellsIsUnknown() {
        assertThat(verdict(new BasePinned(), image())).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0", "0:0", "00", "+0", "-0:0", "0:1000", "root", "root:root", "root:1000", ":1000",
            " root " })
    void nonRootUserWhenUserIsRootInAnySpellingFails(String user) {
        assertThat(verdict(new NonRootUser(), image().user(user))).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = { "65532:65532", "1000:app", "010:010", "2147483647:1", "+5:5" })
    void nonRootUserWhenUserIsNumericPasses(String user) {
        assertThat(verdict(new NonRootUser(), image().user(user))).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonroot", "nonroot:nonroot", "app:0" })
    void nonRootUserWhenUserIsANameWarns(String user) {
        assertThat(judge(new NonRootUser(), image().user(user)).verdict()).isEqualTo(Verdict.WARN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "65532:0", "app:0", "65532:root", "1000:00", "65532" })
    void nonRootUserWhenTheGroupIsRootsWarnsAndNamesIt(String user) {
        PracticeFinding finding = judge(new NonRootUser(), image().user(user));
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.evidence()).singleElement().asString().contains("root's group");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2147483648", "4294967296", "99999999999999999999", "1:2147483648", "-5", "1:-1" })
    void nonRootUserWhenTheNumberIsOutOfRangeFails(String user) {
        PracticeFinding finding = judge(new NonRootUser(), image().user(user));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence()).singleElement().asString().contains("no engine accepts it");
    }

    @Test
    void nonRootUserFindsOutWhichNumberANameHas() {
        PracticeFinding finding = judge(new NonRootUser(), image().user("admin").account("admin", 0, 0, LOCKED));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence()).singleElement().asString().contains("/etc/passwd to have the number 0");
        assertThat(verdict(new NonRootUser(), image().user("app").account("app", 1000, 1000, LOCKED)))
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void nonRootUserWhenNoGroupIsSetTakesThatOfTheUser() {
        assertThat(verdict(new NonRootUser(), image().user("1000").account("app", 1000, 1000, LOCKED)))
                .isEqualTo(Verdict.PASS);
        assertThat(judge(new NonRootUser(), image().user("1000").account("app", 1000, 0, LOCKED)).evidence())
                .singleElement()
                .asString()
                .contains("makes it root's group");
        assertThat(judge(new NonRootUser(), image().user("app:wheel").group("wheel", 0)).evidence()).singleElement()
                .asString()
                .contains("and with root's group");
    }

    @Test
    void noSensitiveDataWhenNoneWasFoundPasses() {
        PracticeFinding finding = judge(new NoSensitiveData(), image());
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).containsExactly(
                "None was found in the files of any layer, the environment, the labels and the history.");
    }

    @Test
    void noSensitiveDataWhenADeletedFileHasATokenFailsAndNamesThePlace() {
        PracticeFinding finding = judge(new NoSensitiveData(), image().layer("a")
                .layer("b")
                .secret(SecretKind.NPM_TOKEN, "root/.npmrc", 2, 0, 1)
                .secret(SecretKind.PRIVATE_KEY, "etc/key.pem", 1, 1, null));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence()).containsExactly(
                "1 secret is in deleted or replaced files, and still in the image.",
                "Found: npm token in /root/.npmrc line 2 of layer 0, hidden by layer 1; "
                        + "private key in /etc/key.pem line 1 of layer 1.");
        assertThat(finding.remedy()).contains("--mount=type=secret");
    }

    @Test
    void noSensitiveDataWhenItIsProtectedOrOnlyLooksSoWarns() {
        PracticeFinding finding = judge(new NoSensitiveData(), image().layer("a")
                .secret(SecretKind.ENCRYPTED_PRIVATE_KEY, "etc/key.pem", 1, 0, null)
                .secret(SecretKind.PASSWORD, new SecretPlace.Variable("DB_PASSWORD"))
                .secret(SecretKind.PASSWORD, new SecretPlace.Step(3)));
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.evidence()).containsExactly(
                "Less certain: password in environment DB_PASSWORD; password in history step 3; "
                        + "private key, encrypted in /etc/key.pem line 1 of layer 0.");
    }

    @Test
    void noSensitiveDataWhenALibraryPublishedItPasses() {
        PracticeFinding finding = judge(new NoSensitiveData(), image().layer("a")
                .secret(new Secret(SecretKind.PRIVATE_KEY, Certainty.PUBLISHED,
                        new SecretPlace.File("usr/share/doc/key.pem", 1, 0, null))));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).singleElement().asString().contains("1 key in the tests and documents");
    }

    @Test
    void noSensitiveDataWhenMoreArePublishedThanListedPasses() {
        PracticeFinding finding =
                judge(new NoSensitiveData(), image().layer("a").moreSecrets(Certainty.PUBLISHED, 1_000));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).singleElement().asString().contains("1,000 keys in the tests and documents");
    }

    @Test
    void noSensitiveDataWhenMoreAreProtectedThanListedWarns() {
        PracticeFinding finding = judge(new NoSensitiveData(), image().layer("a")
                .secret(SecretKind.PASSWORD_HASH, "srv/.htpasswd", 1, 0, null)
                .moreSecrets(Certainty.PROTECTED, 30)
                .moreSecrets(Certainty.PUBLISHED, 7));
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.evidence()).last().asString().startsWith("30 more were found");
    }

    @Test
    void dependenciesApartWhenClassesLieAboveJarsPasses() {
        PracticeFinding finding = judge(new DependenciesApart(), apart(javaImage().base("label")));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence()).containsExactly(
                "The application has 2 jars with 300 bytes in layer 1, and 1 class file in layer 2.");
    }

    @Test
    void dependenciesApartWhenTheBaseIsUnknownIsSureOfNothing() {
        PracticeFinding apart = judge(new DependenciesApart(), apart(javaImage()));
        assertThat(apart.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(apart.evidence()).singleElement().asString().contains("The base is unknown");
        PracticeFinding together = judge(new DependenciesApart(), together(javaImage()));
        assertThat(together.verdict()).isEqualTo(Verdict.WARN);
        assertThat(together.evidence()).singleElement().asString().contains("The base is unknown");
    }

    @Test
    void dependenciesApartWhenClassesLieBelowJarsWarns() {
        assertThat(verdict(new DependenciesApart(), javaImage().base("label")
                .layer("classes")
                .file("app/Main.class", 10)
                .layer("jars")
                .jar("app/libs/a.jar", "g", "a", "1", 100, "a"))).isEqualTo(Verdict.WARN);
    }

    @Test
    void dependenciesApartWhenClassesAndJarsShareALayerFails() {
        PracticeFinding finding = judge(new DependenciesApart(), together(javaImage().base("label")));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence()).containsExactly(
                "The application has 1 jar with 100 bytes in layer 1, and 1 class file in layer 1.");
    }

    @Test
    void dependenciesApartWhenJarsArePackedIntoOneFails() {
        PracticeFinding finding = judge(new DependenciesApart(), fat(javaImage().base("label"), "BOOT-INF/lib/a.jar"));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence()).containsExactly(
                "The libraries are packed into /srv/app.jar with 500 bytes, which change with every class.");
    }

    @Test
    void dependenciesApartWhenTheBaseIsUnknownFailsAPackedJarOnlyIfItIsStarted() {
        assertThat(verdict(new DependenciesApart(), fat(javaImage(), "WEB-INF/lib/a.jar"))).isEqualTo(Verdict.WARN);
        assertThat(verdict(new DependenciesApart(),
                fat(javaImage(), "BOOT-INF/lib/a.jar").entrypoint("tini", "--", "java", "-jar", "app.jar")))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void dependenciesApartWhenALibraryBringsAJarAlongDoesNotTakeItForPacked() {
        assertThat(verdict(new DependenciesApart(), fat(javaImage().base("label"), "META-INF/agent/a.jar")))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void dependenciesApartTakesNoJarOfTheRuntimeForALibrary() {
        assertThat(verdict(new DependenciesApart(),
                image().base("label")
                        .layer("jre")
                        .java("opt/java", "Eclipse Adoptium", "25", "java.base")
                        .jar("opt/java/lib/jrt-fs.jar", "g", "jrt-fs", "25", 1, "a")
                        .file("opt/java/lib/A.class", 1)
                        .layer("app")
                        .jar("app.jar", "g", "app", "1", 1, "app")))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void dependenciesApartWhenAllJarsLieInOneLayerFails() {
        InspectionBuilder jars = javaImage().base("label")
                .layer("jars")
                .jar("a.jar", "g", "a", "1", 1, "a")
                .jar("b.jar", "g", "b", "1", 1, "b");
        assertThat(verdict(new DependenciesApart(), jars)).isEqualTo(Verdict.FAIL);
        assertThat(verdict(new DependenciesApart(), jars.layer("app").jar("app.jar", "g", "app", "1", 1, "app")))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void dependenciesApartWhenThereIsNoLibraryAboveTheBaseIsNotApplicable() {
        assertThat(verdict(new DependenciesApart(), javaImage().jar("usr/share/java/a.jar", "g", "a", "1", 1, "a")
                .jar("usr/share/java/b.jar", "g", "b", "1", 1, "b")
                .base("label")
                .layer("app")))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    /** The runtimes' folders are in each other, and others have names that only begin like theirs. */
    @Test
    void dependenciesApartLeavesOutWhatLiesInAnyJavaRuntime() {
        InspectionBuilder image = javaImage().java("opt/java/jre", "Eclipse Adoptium", "8", "java.base")
                .java("opt/java-8", "Eclipse Adoptium", "8", "java.base")
                .base("label")
                .layer("app")
                .jar("opt/java/jre/lib/a.jar", "g", "a", "1", 1, "a")
                .jar("opt/java/lib/b.jar", "g", "b", "1", 1, "b")
                .jar("opt/java-8/c.jar", "g", "c", "1", 1, "c");
        assertThat(verdict(new DependenciesApart(), image)).isEqualTo(Verdict.NOT_APPLICABLE);
        PracticeFinding finding = judge(new DependenciesApart(), image.jar("opt/java-9/d.jar", "g", "d", "1", 1, "d")
                .jar("opt/javac.jar", "g", "e", "1", 1, "e"));
        assertThat(finding.evidence()).singleElement().asString().contains("2 jars");
    }

    @Test
    void dependenciesApartSaysInWhichLayersMostPackagesAndSourcesLie() {
        InspectionBuilder image = image().folder("app", 0755).base("label").workingDirectory("/app").layer("packages");
        for (String name : new String[] { "a", "b" }) {
            image.languagePackage("pypi", name, "1",
                    "srv/venv/lib/python3.13/site-packages/" + name + ".dist-info/METADATA");
        }
        PracticeFinding finding = judge(new DependenciesApart(), image.layer("code")
                .file("app/main.py", 1)
                .file("app/wsgi.py", 1)
                .layer("own package")
                .languagePackage("pypi", "app", "1", "srv/venv/lib/python3.13/site-packages/app.dist-info/METADATA")
                .file("app/version.py", 1));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.evidence())
                .containsExactly("The application has 3 Python packages, 2 of them in layer 1, and "
                        + "3 source files in /app, 2 of them in layer 2.");
    }

    @Test
    void dependenciesApartTakesNoPackageOfAnInstallerOrTheSystemForADependency() {
        assertThat(verdict(new DependenciesApart(),
                image().folder("app", 0755)
                        .workingDirectory("/app")
                        .languagePackage("pypi", "pip", "26.0",
                                "usr/local/lib/python3.13/site-packages/pip-26.0.dist-info/METADATA")
                        .languagePackage("npm", "@npmcli/arborist", "9.0.0",
                                "usr/local/lib/node_modules/npm/node_modules/@npmcli/arborist/package.json")
                        .languagePackage("pypi", "apt", "3", "usr/lib/python3/dist-packages/apt-3.dist-info/METADATA")
                        .file("usr/lib/python3/dist-packages/apt-3.dist-info/METADATA", 1)
                        .packaged("usr/lib/python3/dist-packages/apt-3.dist-info/METADATA", "python3-apt")
                        .file("app/main.py", 1)
                        .file("app/main.js", 1)))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void dependenciesApartWhenNothingRunsJavaIsNotApplicable() {
        assertThat(verdict(new DependenciesApart(), together(image().base("label")))).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(verdict(new DependenciesApart(),
                together(image().base("label")).entrypoint("/usr/bin/java", "Main"))).isEqualTo(Verdict.FAIL);
    }

    private static InspectionBuilder javaImage() {
        return image().java("opt/java", "Eclipse Adoptium", "25.0.3", "java.base");
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

    @ParameterizedTest
    @EnumSource(value = SurfaceKind.class, names = { "SHELL", "PACKAGE_MANAGER", "NETWORK_TOOL", "COMPILER", "SETUID",
            "SETGID", "WORLD_WRITABLE", "PACKAGE_CACHE", "STRAY_FILE", "PRIVILEGE_TOOL",
            "FILE_CAPABILITIES" })
    void surfaceWhenSomethingIsThereFailsOnePracticeWithPathAndBytes(SurfaceKind kind) {
        Inspection inspection = image().surface(kind, "usr/bin/thing").build();
        assertThat(Practices.judge(inspection)).filteredOn(finding -> finding.practice() instanceof AbsentSurface)
                .filteredOn(finding -> finding.verdict() != Verdict.PASS)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(finding.evidence()).containsExactly(
                            Told.capitalised(kind.title()) + " (1): /usr/bin/thing.",
                            "They take 1,000 bytes.");
                });
    }

    @Test
    void surfaceWhenNothingIsTherePasses() {
        assertThat(judge(Practices.noShell(), image().file("a", 1)).evidence())
                .containsExactly("None of the 1 path is one of the shells.");
    }

    @Test
    void surfaceWhenThereAreManyPathsNamesTheFirstAndCountsTheRest() {
        InspectionBuilder image = image();
        for (int i = 10; i < 32; i++) {
            image.surface(SurfaceKind.SETUID, "bin/" + i);
        }
        assertThat(judge(Practices.noSetuid(), image).evidence().getFirst()).startsWith("Setuid files (22): /bin/10, ")
                .endsWith("/bin/19 and 12 more.");
    }

    @Test
    void surfaceWhenAPathIsAFolderCountsTheBytesBelowIt() {
        assertThat(judge(Practices.noCaches(),
                image().folder("var/cache/apt", 0755)
                        .file("var/cache/apt/pkgcache.bin", 700)
                        .file("var/cache/apt/archives/a.deb", 50)
                        .file("var/cache/aptitude", 9)
                        .surface(SurfaceKind.PACKAGE_CACHE, "var/cache/apt"))
                .evidence()).containsExactly("Package manager caches (1): /var/cache/apt.", "They take 750 bytes.");
    }

    @ParameterizedTest
    @CsvSource({ "0, PASS", "50, PASS", "51, WARN", "100, WARN", "101, FAIL" })
    void littleWasteJudgesTheShare(long wasted, Verdict verdict) {
        InspectionBuilder image = image().file("a", 1_000 - wasted).wasted("old", wasted, 0, 0);
        assertThat(verdict(new LittleWaste(), image)).isEqualTo(verdict);
    }

    @Test
    void littleWasteNamesTheLargestFiles() {
        PracticeFinding finding = judge(new LittleWaste(),
                image().file("a", 900).wasted("small", 10, 0, 1).layer("top").wasted("big", 90, 0, 1));
        assertThat(finding.evidence()).containsExactly("100 of 1,000 uncompressed bytes are wasted (10.00 %), the "
                + "largest: /big (90 bytes of layer 0, hidden by layer 1), /small (10 bytes of layer 0, hidden by layer 1).");
    }

    @Test
    void littleWasteWhenImageIsEmptyPasses() {
        assertThat(verdict(new LittleWaste(), image())).isEqualTo(Verdict.PASS);
    }

    @Test
    void runtimeEnvironmentAsksForMoreThanThePath() {
        assertThat(verdict(new RuntimeEnvironment(), image().environment("PATH=/bin"))).isEqualTo(Verdict.WARN);
        assertThat(judge(new RuntimeEnvironment(), image().environment("PATH=/bin", "LANG=C.UTF-8")).evidence())
                .containsExactly("Set are LANG.");
    }

    @Test
    void portExposedWhenNoneIsExposedWarns() {
        assertThat(verdict(new PortExposed(), image())).isEqualTo(Verdict.WARN);
        assertThat(verdict(new PortExposed(), image().port("8080/tcp"))).isEqualTo(Verdict.PASS);
    }

    @Test
    void execFormCommandWhenAShellIsAroundItWarns() {
        assertThat(verdict(new ExecFormCommand(), image().entrypoint("/bin/sh", "-c", "java -jar app.jar")))
                .isEqualTo(Verdict.WARN);
        assertThat(verdict(new ExecFormCommand(), image().command("bash"))).isEqualTo(Verdict.WARN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sbin/tini -- /bin/bash -lc java", "/usr/bin/env sh -c java", "dumb-init -v sh -c java",
            "tini -g -p SIGTERM -e 143 -- env -i -u X A=b sh", "env -S sh" })
    void execFormCommandWhenAShellIsBehindAWrapperWarns(String words) {
        assertThat(judge(new ExecFormCommand(), image().entrypoint(words.split(" "))).evidence()).singleElement()
                .asString()
                .startsWith("The container starts a shell: ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "tini -- java -jar sh", "env A=sh java sh", "dumb-init --rewrite 15:3 java", "tini" })
    void execFormCommandWhenAProgramIsBehindAWrapperPasses(String words) {
        assertThat(verdict(new ExecFormCommand(), image().entrypoint(words.split(" ")))).isEqualTo(Verdict.PASS);
    }

    @Test
    void execFormCommandWhenAScriptIsStartedWarns() {
        PracticeFinding finding = judge(new ExecFormCommand(), image().entrypoint("/docker-entrypoint.sh", "java"));
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.evidence()).singleElement().asString().contains("through a script, which must exec");
    }

    @ParameterizedTest
    @ValueSource(strings = { "exec java -jar app.jar", "cd /app && exec java", "umask 027; exec java $OPTS",
            "\n exec\tjava\n" })
    void execFormCommandWhenTheShellBecomesTheProgramSaysSo(String script) {
        PracticeFinding finding = judge(new ExecFormCommand(), image().entrypoint("sh", "-c", script));
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.evidence()).singleElement().asString().contains("(exec)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "exec java | tee log", "exec 3>log; java", "java && executed" })
    void execFormCommandWhenTheShellStaysSaysNothingOfExec(String script) {
        assertThat(judge(new ExecFormCommand(), image().entrypoint("sh", "-c", script)).evidence()).singleElement()
                .asString()
                .doesNotContain("(exec)");
    }

    /** As much of it as a document may have. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void execFormCommandOfAScriptWithoutEndIsJudgedAtOnce() {
        assertThat(verdict(new ExecFormCommand(), image().entrypoint("sh", "-c", "\n".repeat(8 << 20) + "x")))
                .isEqualTo(Verdict.WARN);
        assertThat(verdict(new ExecFormCommand(), image().entrypoint("sh", "-c", "exec a&&".repeat(1 << 20))))
                .isEqualTo(Verdict.WARN);
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void execFormCommandOfWrappersWithoutEndIsJudgedAtOnce() {
        String[] words = "env -S ".repeat(500_000).split(" ");
        assertThat(verdict(new ExecFormCommand(), image().entrypoint(words))).isEqualTo(Verdict.PASS);
    }

    @Test
    void execFormCommandWhenProgramIsStartedPasses() {
        assertThat(verdict(new ExecFormCommand(), image().entrypoint("java", "-c", "x"))).isEqualTo(Verdict.PASS);
        assertThat(verdict(new ExecFormCommand(), image().command("/usr/bin/java"))).isEqualTo(Verdict.PASS);
    }

    @Test
    void execFormCommandWhenNothingIsStartedFails() {
        assertThat(verdict(new ExecFormCommand(), image())).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @CsvSource({ "'', FAIL", "/, FAIL", "/app, PASS" })
    void workingDirectoryAsksForOneBelowTheRoot(String folder, Verdict verdict) {
        assertThat(verdict(new WorkingDirectory(), image().workingDirectory(folder))).isEqualTo(verdict);
    }

    @Test
    void versionLabelsWhenAllAreThereInLabelsAndAnnotationsPasses() {
        assertThat(verdict(new VersionLabels(),
                label(label(label(image(), "version"), "revision"), "source")
                        .annotation("org.opencontainers.image.licenses", "MIT")))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void versionLabelsWhenSomeAreMissingWarnsAndNamesThem() {
        PracticeFinding finding = judge(new VersionLabels(),
                label(label(image(), "version"), "source").label("org.opencontainers.image.revision", " "));
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.evidence()).containsExactly(
                "Nothing says org.opencontainers.image.revision, org.opencontainers.image.licenses.");
    }

    @Test
    void versionLabelsWhenAllAreMissingFails() {
        assertThat(verdict(new VersionLabels(), image())).isEqualTo(Verdict.FAIL);
    }

    private static InspectionBuilder label(InspectionBuilder image, String key) {
        return image.label("org.opencontainers.image." + key, "some " + key);
    }

    private static Verdict verdict(Practice practice, InspectionBuilder image) {
        return judge(practice, image).verdict();
    }

    private static PracticeFinding judge(Practice practice, InspectionBuilder image) {
        return practice.judge(image.build());
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("first");
    }
}
