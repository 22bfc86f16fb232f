package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.content.Unread;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.SecretPlace;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.secret.SecretKind;

/** Three small images of one application. */
final class DrawnImages {

    static final String HOSTILE = "a`b|c<img src=x>\u202egpj.@all\n# x\u001b[2J";

    private DrawnImages() {}

    static Comparison comparison() {
        return new Comparison(List.of(slim(), distroless(), unknown()));
    }

    static Inspection slim() {
        return application(InspectionBuilder.image("tare:slim")
                .os("debian", "13", "Debian GNU/Linux 13 (trixie)")
                .layer("debian")
                .surface(SurfaceKind.SHELL, "usr/bin/bash")
                .link("bin", "usr/bin")
                .surface(SurfaceKind.SETUID, "usr/bin/su")
                .surface(SurfaceKind.CA_CERTIFICATES, "etc/ssl/certs/ca.crt")
                .file("usr/lib/libc.so.6", 2_000_000)
                .dpkg("bash", "5.2")
                .packaged("usr/bin/bash", "bash")
                .dpkg("libc6", "2.41")
                .languagePackage("npm", "@angular/core", "20.1.0", "app/node_modules/@angular/core/package.json")
                .layer("jre")
                .java("opt/java", "Eclipse Adoptium", "25.0.4", "java.base", "java.desktop")
                .file("opt/java/lib/modules", 90_000_000)
                .base("The label org.opencontainers.image.base.digest says so."))
                .user("65532:65532")
                .wasted("usr/share/doc/gone", 4_000, 0, 1)
                .duplicates("busybox", 1_000, "usr/bin/bash", "usr/bin/su")
                .efficiency(112_012_000, 112_016_000)
                .secret(SecretKind.NPM_TOKEN, "root/.npmrc", 1, 0, 1)
                .secret(SecretKind.PASSWORD, new SecretPlace.Variable("DB_PASSWORD"))
                .build();
    }

    static Inspection distroless() {
        return application(InspectionBuilder.image("tare:distroless")
                .layer("bare")
                .file("usr/lib/libc.so.6", 2_000_000)
                .dpkg("libc6", "2.42")
                .file("etc/passwd", 120)
                .layer("java")
                .java("usr/lib/jvm/temurin", "Eclipse Adoptium", "25.0.4", "java.base")
                .file("usr/lib/jvm/temurin/lib/modules", 40_000_000)
                .shadedJar("opt/agent.jar", "agent", "2.1", new ShadedLibrary("net.bytebuddy", "byte-buddy", "1.17"),
                        new ShadedLibrary(null, "nameless", null))
                .base("Jib's history begins at layer 2."))
                .user("nonroot")
                .build();
    }

    static Inspection unknown() {
        return InspectionBuilder.image(HOSTILE)
                .plainLayer("all")
                .file("bin/" + HOSTILE, 50_000_000)
                .surface(SurfaceKind.SHELL, "bin/" + HOSTILE)
                .label(HOSTILE, HOSTILE)
                .environment("A=" + HOSTILE)
                .entrypoint("/bin/sh", "-c", HOSTILE)
                .dpkg(HOSTILE, HOSTILE)
                .languagePackage("pypi", HOSTILE, HOSTILE, HOSTILE)
                .unread(Unread.Subject.OS_PACKAGES, HOSTILE, "Nobody can read it.")
                .file("bin/owned", 0)
                .packaged("bin/owned", HOSTILE)
                .build();
    }

    private static InspectionBuilder application(InspectionBuilder image) {
        return image.layer("dependencies")
                .jar("app/libs/spring.jar", "org.spring", "spring", "7.0", 20_000_000, "s")
                .layer("classes")
                .file("app/classes/Main.class", 9_000)
                .entrypoint("java", "-cp", "app", "Main")
                .environment("PATH=/usr/bin", "LANG=C.UTF-8")
                .port("8080/tcp")
                .workingDirectory("/app")
                .label("org.opencontainers.image.version", "1.0");
    }
}
