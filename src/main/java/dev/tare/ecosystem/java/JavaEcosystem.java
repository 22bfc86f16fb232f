package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.List;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.ecosystem.java.runtime.JavaRuntimeReader;
import dev.tare.ecosystem.java.sbom.BillCollector;
import dev.tare.ecosystem.java.sbom.BillOfMaterials;
import dev.tare.ecosystem.java.sbom.NativeImage;
import dev.tare.ecosystem.java.sbom.NativeImageCollector;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/**
 * Java runtimes, jars, and the libraries in native executables. A library is named {@code group:artifact}. A native
 * executable has no jars, so its libraries are packages with the path of the executable.
 */
public final class JavaEcosystem implements Ecosystem {

    public static final String ID = "java";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "Java libraries";
    }

    @Override
    public String purlType() {
        return "maven";
    }

    /** A name without a group is incomplete. */
    @Override
    public @Nullable PurlName purlName(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? null : new PurlName(name.substring(0, colon), name.substring(colon + 1));
    }

    @Override
    public VersionOrder versions() {
        return MavenVersions.ORDER;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        List<Collector> collectors = new ArrayList<>(JavaRuntimeReader.collectors());
        collectors.add(new JarCollector(Math.toIntExact(limits.get(Limit.JAR_DEPTH)), deadline));
        collectors.add(new BillCollector());
        collectors.add(new NativeImageCollector());
        return collectors;
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        List<Class<? extends Finding>> findings = new ArrayList<>(JavaRuntimeReader.findings());
        findings.addAll(List.of(JarContents.class, BillOfMaterials.class, NativeImage.class));
        return findings;
    }

    @Override
    public List<PackageCache> caches() {
        return PackageCache.inHomes(".m2/repository", ".m2/wrapper/dists", ".gradle/caches", ".gradle/wrapper/dists",
                ".ivy2/cache");
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        SoftwareReading runtimes = JavaRuntimeReader.read(findings);
        List<Installed> installed = new ArrayList<>(runtimes.installed());
        List<Unread> unread = new ArrayList<>(findings.unread());
        unread.addAll(runtimes.unread());
        BillEvidence evidence = BillEvidence.of(findings);
        JarFamilies jars = new JarFamilies();
        findings.forEach(JarContents.class, (file, contents) -> {
            contents.unreadOf(file).forEach(unread::add);
            contents.addTo(jars, file, evidence);
        });
        installed.addAll(jars.jars());
        findings.forEach(NativeImage.class, (file, image) -> image.libraries()
                .forEach(library -> installed
                        .add(new LanguagePackage(ID, library.name(), library.version(), file.path(), file.layer()))));
        return new SoftwareReading(installed, List.of(), unread);
    }
}
