package dev.tare.ecosystem;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.content.PathList;
import dev.tare.content.Unread;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileTree;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspection.Software;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DependenciesTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-",
            value = { "Depends: libc6 (>= 2.36), gone; libc6", "Pre-Depends: libc6; libc6",
                    "Depends: gone | libc6:any (>= 1) | mawk, gone; libc6", "Depends: awk; mawk",
                    "Depends: awk:any <!nocheck>, libc6 [amd64]; libc6 mawk", "Depends: app, gone; -" })
    void dependenciesOfDpkgAreInstalledPackages(String depends, @Nullable String expected) {
        String status = """
                Package: app
                Status: install ok installed
                Architecture: amd64
                Version: 1
                %s

                Package: libc6
                Status: install ok installed
                Architecture: amd64
                Version: 2

                Package: mawk
                Status: install ok installed
                Architecture: amd64
                Version: 1
                Provides: awk (= 1), other

                Package: gone
                Status: deinstall ok config-files
                Architecture: amd64
                Version: 1
                """.formatted(depends);
        assertThat(dependencies(DrawnImage.anImage().layer(l -> l.file("var/lib/dpkg/status", status)).inspect()))
                .containsExactly(("app: " + Objects.requireNonNullElse(expected, "")).strip(), "libc6:", "mawk:");
    }

    @Test
    void dependencyIsAPackageOfTheSameArchitectureIfThereIsOne() {
        String status = Stream.of("amd64", "i386").map(architecture -> """
                Package: libc6
                Status: install ok installed
                Architecture: %1$s
                Version: 2

                Package: app
                Status: install ok installed
                Architecture: %1$s
                Version: 1
                Depends: libc6, tool

                """.formatted(architecture)).collect(joining()) + """
                Package: tool
                Status: install ok installed
                Architecture: amd64
                Version: 1
                """;
        Software software = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", status))
                .inspect()
                .software();
        assertThat(software.packages()).extracting(one -> one.name() + ":" + one.architecture())
                .containsExactly("app:amd64", "app:i386", "libc6:amd64", "libc6:i386", "tool:amd64");
        assertThat(requireNonNull(software.dependencies().of(0))).containsExactly(2, 4);
        assertThat(requireNonNull(software.dependencies().of(1))).containsExactly(3, 4);
    }

    @Test
    void packagesOfDistrolessImagesDependOnPackagesInOtherFiles() {
        assertThat(dependencies(DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status.d/base", "Package: base\nVersion: 1\nDepends: libc6\n")
                        .file("var/lib/dpkg/status.d/libc6", "Package: libc6\nVersion: 1\n"))
                .inspect())).containsExactly("base: libc6", "libc6:");
    }

    @Test
    void dependenciesOfApkAreLibrariesCommandsAndPackages() {
        String installed = """
                P:app
                V:1
                D:so:libc.musl-x86_64.so.1 cmd:sh>=1 pc:zlib~1.2 busybox=1.36 !old gone /bin/sh

                P:busybox
                V:1.36
                p:cmd:sh=1.36 /bin/sh

                P:musl
                V:1.2
                p:so:libc.musl-x86_64.so.1=1

                P:old
                V:1

                P:zlib-dev
                V:1.2
                D:app
                p:pc:zlib=1.2
                """;
        assertThat(dependencies(DrawnImage.anImage().layer(l -> l.file("lib/apk/db/installed", installed)).inspect()))
                .containsExactly("app: busybox musl zlib-dev", "busybox:", "musl:", "old:", "zlib-dev: app");
    }

    @Test
    void neededFileBelongsToThePackageThatListsIt() {
        FileTree files = DrawnImage.anImage()
                .layer(l -> l.symlink("bin", "usr/bin").file("usr/bin/sh", "").file("usr/bin/perl", ""))
                .files();
        Dependencies found = requireNonNull(DependencyFinder.find(
                List.of(installed("app", new String[] { "/bin/sh", "/usr/bin/perl", "/usr/bin/gone" }),
                        installed("bash", new String[0], "/usr/bin/bash", "/usr/bin/sh"),
                        installed("perl", new String[0], "/usr/bin/perl")),
                new CountedTree(files, Deadline.of(Limits.DEFAULTS))));
        assertThat(requireNonNull(found.of(0))).containsExactly(1, 2);
    }

    @Test
    void moreDependenciesThanAnySystemHasAreUnread() {
        String status = IntStream.range(0, 2_000)
                .mapToObj(i -> "Package: p" + i + "\nVersion: 1\nStatus: install ok installed\nDepends: x\n"
                        + (i % 2 == 0 ? "Provides: x\n\n" : "\n"))
                .collect(joining());
        Software software = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", status.repeat(2)))
                .inspect()
                .software();
        assertThat(software.packages()).hasSize(4_000);
        assertThat(software.dependencies().of(0)).isNull();
        assertThat(software.unread()).extracting(Unread::subject, Unread::path)
                .containsExactly(tuple(Unread.Subject.DEPENDENCIES, "var/lib/dpkg/status"));
    }

    /** Each dependency is written, so a small image must not have millions. */
    @Test
    void moreDependenciesThanADesktopHasAreUnread() {
        Inspection inspection = DrawnImage.anImage()
                .layer(l -> l.file("var/lib/dpkg/status", IntStream.range(0, 700)
                        .mapToObj(i -> "Package: p%d\nVersion: 1\nStatus: install ok installed\n%s: x\n\n"
                                .formatted(i, i % 2 == 0 ? "Provides" : "Depends"))
                        .collect(joining())))
                .inspect();
        assertThat(inspection.software().dependencies().of(1)).isNull();
        assertThat(inspection.software().unread()).extracting(Unread::subject)
                .containsExactly(Unread.Subject.DEPENDENCIES);
    }

    private static InstalledPackage installed(String name, String[] needs, String... files) {
        PathList.Builder paths = new PathList.Builder();
        Stream.of(files).forEach(paths::add);
        return new InstalledPackage(name, "1", "x86_64", null, null, null, paths.build(),
                Relations.of(Stream.of(needs), Stream.of()));
    }

    private static Stream<String> dependencies(Inspection inspection) {
        Software software = inspection.software();
        return IntStream.range(0, software.packages().size())
                .mapToObj(i -> (software.packages().get(i).name() + ": "
                        + requireNonNull(software.dependencies().of(i))
                                .mapToObj(target -> software.packages().get(target).name())
                                .collect(joining(" ")))
                        .strip());
    }
}
