package dev.tare.report.sbom;

import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;

/** An image whose names and versions are no names and versions. */
final class HostileTexts {

    private static final String CONTROL = "\u0000\u001b[2J\r\n\u202e\ud800/..\\\"<>&?#%@:";

    /** No longer name reaches an output. */
    private static final String LONG = "x".repeat(512);

    private HostileTexts() {}

    static Inspection image() {
        return InspectionBuilder.image(CONTROL)
                .os(CONTROL, CONTROL, CONTROL)
                .label(CONTROL, CONTROL)
                .layer("all")
                .dpkg(CONTROL, CONTROL, CONTROL)
                .dpkg(LONG, LONG, LONG)
                .dpkg("", "", "")
                .dpkgOf(CONTROL, "a", CONTROL)
                .languagePackage("npm", CONTROL, CONTROL, CONTROL)
                .languagePackage("go", LONG, LONG, LONG)
                .java(CONTROL, CONTROL, CONTROL, JavaRuntime.Kind.JDK)
                .java("zulu", LONG, LONG, JavaRuntime.Kind.JRE)
                .shadedJar("a.jar", CONTROL, CONTROL, new ShadedLibrary(CONTROL, CONTROL, CONTROL),
                        new ShadedLibrary("", "", ""))
                .jar("a.jar!/" + CONTROL, CONTROL, CONTROL, CONTROL, 1, "a")
                .build();
    }
}
