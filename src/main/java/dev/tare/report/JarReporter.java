package dev.tare.report;

import java.util.List;

import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JavaRuntime;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.inspection.Inspection;

/** Writes down what an image has of Java: runtimes, jars, and the libraries that were unpacked into jars. */
final class JarReporter {

    private final Inspection inspection;

    JarReporter(Inspection inspection) {
        this.inspection = inspection;
    }

    List<JavaRuntimeReport> runtimes() {
        return this.inspection.software().javaRuntimes().stream().map(JarReporter::runtime).toList();
    }

    Listing<JarReport> jars() {
        return Listing.of(this.inspection.software().jars().stream().map(JarReporter::jar).toList(), Caps.PACKAGES);
    }

    Listing<ShadedLibraryReport> shadedLibraries() {
        return Listing.of(this.inspection.software()
                .jars()
                .stream()
                .flatMap(jar -> jar.libraries().stream().map(library -> library(jar, library)))
                .toList(), Caps.PACKAGES);
    }

    private static JavaRuntimeReport runtime(JavaRuntime runtime) {
        return new JavaRuntimeReport(runtime.path(), runtime.vendor(), runtime.version(), runtime.runtimeVersion(),
                runtime.modules(), runtime.layer(), runtime.kind(), runtime.kindBecause());
    }

    private static JarReport jar(Jar jar) {
        return new JarReport(jar.path(), jar.library(), jar.version(), jar.evidence(), jar.size(),
                jar.content().toString(), jar.layer());
    }

    private static ShadedLibraryReport library(Jar jar, ShadedLibrary library) {
        return new ShadedLibraryReport(jar.path(), library.library(), library.version(), jar.layer());
    }
}
