package dev.tare.inspection;

import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.JarBuilder;

/** An image with an example of every fact of an inspection. */
final class EverythingImage {

    private static final String NPM_TOKEN = "//registry.example.com/:_password=c2VjcmV0LXNlY3JldA==\n";

    private EverythingImage() {}

    /** Adds three layers to an image, with their history and config. */
    static ImageBuilder drawnOn(ImageBuilder image) {
        byte[] jar = new JarBuilder().pom("g", "a", "1").pom("g", "shaded", "2").entry("A.class", "a").toJar();
        return image
                .layer(layer -> layer.file("etc/os-release", "ID=debian\n")
                        .file("etc/passwd", "root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/:/bin/sh\n")
                        .file("etc/group", "root:x:0:\napp:x:1000:\n")
                        .file("etc/shadow", "root:*:::::::\n")
                        .file("var/lib/dpkg/status",
                                "Package: a\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n")
                        .file("var/lib/dpkg/info/a.list", "/usr/bin/sh\n")
                        .file("usr/bin/sh", "sh", 04755)
                        .file("opt/java/release", "JAVA_VERSION=\"25\"\nMODULES=\"java.base java.se\"\n")
                        .file("opt/java/lib/modules", "modules"))
                .emptyHistory("CMD [\"/bin/sh\"]")
                .layer(layer -> layer.file("app/a.jar", jar)
                        .file("app/broken.jar", "PK")
                        .file("app/node_modules/b/package.json", "{\"name\":\"b\",\"version\":\"1\"}")
                        .file("usr/lib/python3/dist-packages/pip/_vendor/c-1.dist-info/METADATA",
                                "Name: c\nVersion: 1\nLicense: MIT\n")
                        .file("root/.npmrc", NPM_TOKEN)
                        .file("tmp/hidden", "hidden"))
                .layer(layer -> layer.file("app/start", "#!/bin/sh\n", 0755)
                        .whiteout("tmp/hidden")
                        .file("app/copy", "copy")
                        .file("app/other", "copy"))
                .history("base")
                .history("app")
                .history("copies")
                .config(config -> config.user("1000").env("A=b", "DB_PASSWORD=zq8vX2mPk41s"));
    }
}
