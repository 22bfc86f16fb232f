package dev.tare.web;

import java.util.Random;

import dev.tare.fixture.DockerForm;

import static dev.tare.fixture.ImageBuilder.anImage;

/** Two images with visible differences: the same application on a base image with a shell and on one without. */
final class PageImages {

    private static final String MADE_BY = "jib-maven-plugin:3.5.2";

    private PageImages() {}

    static byte[] slim() {
        return anImage("app:slim")
                .layer(base -> base.file("bin/sh", content(1, 900_000), 0755)
                        .file("usr/bin/apt-get", content(2, 400_000), 0755)
                        .file("usr/bin/su", content(3, 60_000), 04755)
                        .file("var/lib/dpkg/status", dpkg("bash") + dpkg("libc6"))
                        .file("etc/os-release", "ID=debian\nVERSION_ID=13\nPRETTY_NAME=\"Debian GNU/Linux 13\"\n"))
                .history("debuerreotype")
                .layer(app -> app.file("app/application", content(4, 300_000), 0755))
                .history(MADE_BY)
                .config(config -> config.user("65532:65532").workingDir("/app").exposedPorts("8080/tcp"))
                .asDockerArchive(DockerForm.JIB);
    }

    static byte[] distroless() {
        return anImage("app:distroless")
                .layer(base -> base.file("usr/lib/libc.so.6", content(5, 500_000))
                        .file("var/lib/dpkg/status", dpkg("libc6"))
                        .file("etc/os-release", "ID=debian\nVERSION_ID=13\nPRETTY_NAME=\"Distroless\"\n"))
                .history("bazel")
                .layer(app -> app.file("app/application", content(4, 300_000), 0755))
                .history(MADE_BY)
                .config(config -> config.user("65532:65532").workingDir("/app").exposedPorts("8080/tcp"))
                .asDockerArchive(DockerForm.JIB);
    }

    private static String dpkg(String name) {
        return "Package: " + name
                + "\nStatus: install ok installed\nVersion: 1\nArchitecture: amd64\nInstalled-Size: 9\n\n";
    }

    private static byte[] content(int seed, int size) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }
}
