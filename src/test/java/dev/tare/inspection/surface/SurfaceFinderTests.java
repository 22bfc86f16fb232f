package dev.tare.inspection.surface;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.tare.archive.tar.EntryType;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Ecosystems;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class SurfaceFinderTests {

    @Test
    void findDetectsProgramsByNameInProgramFolders() {
        Surface surface = surface(l -> l.file("usr/bin/bash", "", 0755)
                .file("usr/sbin/apt-get", "", 0755)
                .file("opt/venv/bin/python3.13", "", 0755)
                .file("usr/local/bin/curl", "", 0755)
                .file("usr/bin/x86_64-linux-gnu-gcc-14", "", 0755)
                .file("usr/share/doc/bash", "", 0755));
        assertThat(paths(surface, SurfaceKind.SHELL)).containsExactly("usr/bin/bash");
        assertThat(paths(surface, SurfaceKind.PACKAGE_MANAGER)).containsExactly("usr/sbin/apt-get");
        assertThat(paths(surface, SurfaceKind.INTERPRETER)).containsExactly("opt/venv/bin/python3.13");
        assertThat(paths(surface, SurfaceKind.NETWORK_TOOL)).containsExactly("usr/local/bin/curl");
        assertThat(paths(surface, SurfaceKind.COMPILER)).containsExactly("usr/bin/x86_64-linux-gnu-gcc-14");
    }

    @Test
    void findDetectsALinkThatLeadsToAProgram() {
        Surface surface = surface(l -> l.file("usr/bin/dash", "", 0755)
                .symlink("usr/bin/sh", "dash")
                .symlink("usr/bin/bash", "gone")
                .symlink("bin", "usr/bin")
                .symlink("sbin/ash", "/bin/../bin/sh")
                .symlink("sbin/zsh", "zsh"));
        assertThat(paths(surface, SurfaceKind.SHELL)).containsExactly("sbin/ash", "usr/bin/dash", "usr/bin/sh");
    }

    @Test
    void findIgnoresAFileThatIsNotExecutable() {
        assertThat(surface(l -> l.file("bin/sh", "", 0644)).items()).isEmpty();
    }

    @Test
    void findDetectsModes() {
        Surface surface = surface(l -> l.file("bin/su", "", 04755)
                .file("bin/wall", "", 02755)
                .directory("open", 0777)
                .directory("tmp", 01777)
                .file("f", "", 0666)
                .symlink("l", "f"));
        assertThat(paths(surface, SurfaceKind.SETUID)).containsExactly("bin/su");
        assertThat(paths(surface, SurfaceKind.SETGID)).containsExactly("bin/wall");
        assertThat(paths(surface, SurfaceKind.WORLD_WRITABLE)).containsExactly("f", "open");
    }

    @Test
    void findDetectsCapabilities() {
        Surface surface = surface(l -> l.fileWithCapability("bin/ping", "")
                .fileWithXattr("bin/a", "", 0755, "user.a", "x")
                .fileWithXattr("bin/b", "", 0755, "security.capability", "unreadable"));
        assertThat(paths(surface, SurfaceKind.FILE_CAPABILITIES)).containsExactly("bin/ping");
    }

    @Test
    void findReportsACacheAsOneItem() {
        Surface surface = surface(l -> l.file("var/lib/apt/lists/lock", "")
                .file("var/lib/apt/lists/a_Packages", "123")
                .file("var/lib/apt/lists/b_Packages", "45")
                .file("home/user/.m2/repository/a/a.jar", "1"));
        assertThat(surface.of(SurfaceKind.PACKAGE_CACHE)).containsExactly(
                new SurfaceItem(SurfaceKind.PACKAGE_CACHE, "home/user/.m2/repository", 1, 1, 0),
                new SurfaceItem(SurfaceKind.PACKAGE_CACHE, "var/lib/apt/lists", 2, 5, 0));
    }

    @Test
    void findDetectsToolsThatGrantRootRights() {
        assertThat(paths(surface(l -> l.file("usr/bin/sudo", "", 04755).file("usr/bin/doas", "", 04755)),
                SurfaceKind.PRIVILEGE_TOOL)).containsExactly("usr/bin/doas", "usr/bin/sudo");
    }

    @Test
    void findDetectsStrayFilesAndReportsAFolderOnce() {
        assertThat(paths(surface(l -> l.directory("app/.git")
                .file("app/.git/HEAD", "1")
                .file("app/.git/Dockerfile", "1")
                .directory("empty/.idea")
                .file("app/Dockerfile", "1")
                .file("Dockerfile.dev", "1")
                .file("app/.DS_Store", "1")
                .file("app/.main.c.swp", "1")
                .file("root/.bash_history", "1")
                .file("home/user/.viminfo", "1")
                .file("tmp/hs_err_pid12.log", "1")
                .file("core.1234", "1")), SurfaceKind.STRAY_FILE)).containsExactly("Dockerfile.dev", "app/.DS_Store",
                        "app/.git", "app/.main.c.swp", "app/Dockerfile", "core.1234", "home/user/.viminfo",
                        "root/.bash_history", "tmp/hs_err_pid12.log");
    }

    @Test
    void findIgnoresFilesOfPackages() {
        assertThat(paths(surface(l -> l.file("usr/share/doc/x/examples/Dockerfile", "1")
                .file("app/node_modules/x/Dockerfile", "1")
                .file("usr/lib/python3/dist-packages/x/.DS_Store", "1")
                .file("usr/lib/core.so", "1")
                .file("app/.gitignore", "1")
                .file("app/Dockerfiles", "1")), SurfaceKind.STRAY_FILE)).isEmpty();
    }

    @Test
    void findDetectsStrayFilesInTheDataFolderThatNoPackageOwns() {
        assertThat(paths(surface(l -> l.file("var/lib/dpkg/info/x.list", "/usr/share/x/Dockerfile\n/opt/x/.git/HEAD\n")
                .file("usr/share/x/Dockerfile", "1")
                .directory("opt/x/.git")
                .file("opt/x/.git/HEAD", "1")
                .file("usr/share/nginx/html/Dockerfile", "1")
                .directory("usr/share/nginx/html/.git")
                .file("usr/share/nginx/html/.git/HEAD", "1")), SurfaceKind.STRAY_FILE))
                .containsExactly("usr/share/nginx/html/.git", "usr/share/nginx/html/Dockerfile");
    }

    @Test
    void findIgnoresFilesOfGoSources() {
        assertThat(paths(surface(l -> l.file("usr/local/go/src/crypto/internal/boring/Dockerfile", "1")
                .file("go/pkg/mod/example.com/x@v1.0.0/Dockerfile", "1")), SurfaceKind.STRAY_FILE)).isEmpty();
    }

    @Test
    void findDetectsFilesOfShellsAndBuildsInAnyFolder() {
        assertThat(paths(surface(l -> l.file("srv/app/compose.yml", "1")
                .file("srv/app/.bash_history", "1")
                .file("app/Jenkinsfile", "1")
                .file("app/npm-debug.log", "1")
                .file("root/.vimrc", "1")
                .directory("root/.aws")
                .file("root/.aws/config", "1")
                .file("core", "1", 0600)
                .file("usr/bin/core", "1", 0755)
                .file("app/core", "1", 0644)), SurfaceKind.STRAY_FILE)).containsExactly("app/Jenkinsfile",
                        "app/npm-debug.log", "core", "root/.aws", "root/.vimrc", "srv/app/.bash_history",
                        "srv/app/compose.yml");
    }

    @Test
    void findDetectsUnmistakableProgramsInAnyFolder() {
        Surface surface = surface(l -> l.file("app/busybox", "", 0755)
                .file("opt/tools/curl", "", 0755)
                .symlink("etc/alternatives/netcat", "/opt/tools/curl")
                .file("usr/share/bash-completion/completions/curl", "", 0644)
                .file("etc/init.d/ssh", "", 0755)
                .file("app/node", "", 0755)
                .file("usr/bin/ping", "", 0755)
                .file("usr/bin/host", "", 0755)
                .file("app/host", "", 0755));
        assertThat(paths(surface, SurfaceKind.SHELL)).containsExactly("app/busybox");
        assertThat(paths(surface, SurfaceKind.NETWORK_TOOL)).containsExactly("opt/tools/curl", "usr/bin/host",
                "usr/bin/ping");
        assertThat(paths(surface, SurfaceKind.INTERPRETER)).isEmpty();
    }

    @Test
    void findDetectsCachesInAllHomes() {
        Surface surface = DrawnImage.anImage()
                .config(c -> c.env("HOME=/data").workingDir("/usr/src/app"))
                .layer(l -> l.file("etc/passwd", "jenkins:x:1:1::/var/lib/jenkins/:\nnobody:x:2:2::/:\n")
                        .file("var/lib/jenkins/.m2/repository/a.jar", "1")
                        .file("data/.cache/pip/http/x", "1")
                        .file("usr/src/app/.npm/_cacache/x", "1")
                        .file("usr/src/app/.yarn/cache/x.zip", "1")
                        .file(".cache/uv/x", "1")
                        .file("srv/.cache/uv/x", "1")
                        .file("go/pkg/mod/cache/x", "1")
                        .file("root/.yarn/berry/cache/x.zip", "1")
                        .file("root/.bun/install/cache/x", "1"))
                .inspect()
                .surface();
        assertThat(paths(surface, SurfaceKind.PACKAGE_CACHE)).containsExactly(".cache/uv", "data/.cache/pip",
                "go/pkg/mod/cache", "root/.bun/install/cache", "root/.yarn/berry/cache", "usr/src/app/.npm/_cacache",
                "usr/src/app/.yarn/cache", "var/lib/jenkins/.m2/repository");
    }

    @Test
    void findIgnoresTheCacheFromWhichYarnLoadsPackages() {
        assertThat(paths(surface(l -> l.file("home/a/.pnp.cjs", "1")
                .file("home/a/.yarn/cache/x.zip", "1")
                .file("root/.yarn/berry/cache/x.zip", "1")), SurfaceKind.PACKAGE_CACHE)).isEmpty();
    }

    @Test
    void findDetectsCachesOfInstallers() {
        assertThat(paths(surface(l -> l.file("var/cache/apk/APKINDEX.1.tar.gz", "1")
                .file("etc/apk/cache/a.apk", "1")
                .file("var/cache/dnf/x.solv", "1")
                .file("root/.cache/pip/http/1", "1")
                .file("root/.npm/_cacache/index", "1")
                .file("root/.gradle/caches/1", "1")
                .file("root/.cache/go-build/1", "1")
                .file("go/pkg/mod/cache/1", "1")
                .file("var/cache/apt/archives/lock", "1")
                .file("var/cache/ldconfig/aux-cache", "1")), SurfaceKind.PACKAGE_CACHE)).containsExactly(
                        "etc/apk/cache", "go/pkg/mod/cache", "root/.cache/go-build", "root/.cache/pip",
                        "root/.gradle/caches", "root/.npm/_cacache", "var/cache/apk", "var/cache/dnf");
    }

    @Test
    void findWhenANameIsVeryLongIsFast() {
        FileTree files = FileTree.of(IntStream.range(0, 200)
                .mapToObj(i -> new FileEntry("lib/" + i + ".so.1".repeat(1600) + "!", EntryType.FILE, 0, 0644, 0, 0,
                        Instant.EPOCH, null, null, null, 0))
                .toList());
        CountedTree counted = new CountedTree(files, Deadline.of(Limits.DEFAULTS));
        assertTimeout(Duration.ofSeconds(3), () -> assertThat(
                SurfaceFinder.find(counted, FileOwners.UNKNOWN, List.of(), Ecosystems.ALL).sharedLibraries()).isZero());
    }

    @Test
    void findIgnoresAnEmptyCache() {
        assertThat(surface(l -> l.file("var/lib/apt/lists/lock", "")
                .directory("var/cache/apt/archives/partial")
                .directory("root/.m2")).items()).isEmpty();
    }

    @Test
    void findDetectsRuntimeFiles() {
        Surface surface = surface(l -> l.file("etc/ssl/certs/ca-certificates.crt", "PEM")
                .file("etc/ssl/certs/java/cacerts", "JKS")
                .symlink("opt/java/lib/security/cacerts", "/etc/ssl/certs/java/cacerts")
                .file("usr/share/zoneinfo/UTC", "TZif")
                .file("usr/share/zoneinfo/Europe/Zurich", "TZif")
                .file("usr/lib/locale/C.utf8/LC_CTYPE", "x")
                .file("usr/share/fonts/dejavu/DejaVuSans.ttf", "font")
                .file("usr/share/fonts/README", "no font"));
        assertThat(paths(surface, SurfaceKind.CA_CERTIFICATES)).containsExactly("etc/ssl/certs/ca-certificates.crt",
                "etc/ssl/certs/java/cacerts");
        assertThat(surface.of(SurfaceKind.TIME_ZONES))
                .containsExactly(new SurfaceItem(SurfaceKind.TIME_ZONES, "usr/share/zoneinfo", 2, 8, 0));
        assertThat(paths(surface, SurfaceKind.LOCALES)).containsExactly("usr/lib/locale/C.utf8");
        assertThat(surface.of(SurfaceKind.FONTS))
                .containsExactly(new SurfaceItem(SurfaceKind.FONTS, "usr/share/fonts", 1, 4, 0));
    }

    @Test
    void findCountsExecutablesAndSharedLibraries() {
        Surface surface = surface(l -> l.file("bin/a", "", 0755)
                .file("bin/b", "", 0100)
                .file("lib/libc.so.6", "")
                .file("lib/libz.so", "")
                .symlink("lib/libz.so.1", "libz.so")
                .file("lib/some.song", ""));
        assertThat(surface.executables()).isEqualTo(2);
        assertThat(surface.sharedLibraries()).isEqualTo(2);
    }

    private static List<String> paths(Surface surface, SurfaceKind kind) {
        return surface.of(kind).stream().map(SurfaceItem::path).toList();
    }

    private static Surface surface(Consumer<LayerBuilder> drawing) {
        return DrawnImage.anImage().layer(drawing).inspect().surface();
    }
}
