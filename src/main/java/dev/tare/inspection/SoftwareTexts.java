package dev.tare.inspection;

import dev.tare.content.Unread;
import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.OwnedFiles;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.ecosystem.java.runtime.JavaBuild;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.inspection.system.OsRelease;
import dev.tare.inspection.system.SystemFiles;

/** Cuts the names and versions that files of an image state, before anything compares or shows them. */
final class SoftwareTexts {

    /** Modules of a Java runtime. Java has 70. */
    private static final int MODULES = 1_000;

    private SoftwareTexts() {}

    static SoftwareReading cut(SoftwareReading reading) {
        return new SoftwareReading(reading.installed().stream().map(SoftwareTexts::cut).toList(),
                reading.dependencies(),
                reading.owned()
                        .stream()
                        .map(owned -> new OwnedFiles(TextBounds.name(owned.owner()), owned.paths(), owned.place()))
                        .toList(),
                reading.unread()
                        .stream()
                        .map(unread -> new Unread(unread.subject(), TextBounds.path(unread.path()),
                                TextBounds.path(unread.because()), unread.layer()))
                        .toList());
    }

    static SystemFiles cut(SystemFiles system) {
        OsRelease os = system.os();
        return os == null ? system
                : new SystemFiles(new OsRelease(TextBounds.name(os.id()), TextBounds.optionalName(os.versionId()),
                        TextBounds.optionalName(os.codename()), TextBounds.name(os.name())), system.accounts(),
                        system.scripts());
    }

    private static Installed cut(Installed installed) {
        return switch (installed) {
            case OsPackage one -> new OsPackage(one.manager(), TextBounds.name(one.name()),
                    TextBounds.name(one.version()), TextBounds.name(one.architecture()),
                    TextBounds.optionalName(one.source()), TextBounds.optionalName(one.sourceVersion()),
                    one.installedSize(), one.database(), one.layer(), TextBounds.optionalName(one.state()),
                    one.licenses());
            case LanguagePackage one -> new LanguagePackage(one.manager(), TextBounds.name(one.name()),
                    TextBounds.optionalName(one.version()), TextBounds.path(one.path()), one.layer(), one.licenses(),
                    one.isBundled(), one.owner());
            case Jar jar -> new Jar(TextBounds.path(jar.path()), TextBounds.optionalName(jar.groupId()),
                    TextBounds.name(jar.artifactId()), TextBounds.optionalName(jar.version()), jar.evidence(),
                    jar.certainty(), jar.size(), jar.content(), jar.layer(), jar.fingerprint(),
                    jar.libraries().stream().map(SoftwareTexts::cut).toList(), jar.licenses(), jar.storedSize());
            case JavaRuntime java -> new JavaRuntime(java.path(), cut(java.build()),
                    java.modules().stream().limit(MODULES).map(TextBounds::name).toList(), java.layer(), java.kind(),
                    TextBounds.path(java.kindBecause()), java.classes(), java.osPackage());
            default -> installed;
        };
    }

    private static JavaBuild cut(JavaBuild build) {
        return new JavaBuild(build.product(), TextBounds.optionalName(build.vendor()),
                TextBounds.optionalName(build.productVersion()), TextBounds.optionalName(build.version()),
                TextBounds.optionalName(build.runtimeVersion()), build.vm(), build.source());
    }

    private static ShadedLibrary cut(ShadedLibrary library) {
        return new ShadedLibrary(TextBounds.optionalName(library.groupId()), TextBounds.name(library.artifactId()),
                TextBounds.optionalName(library.version()));
    }
}
