package dev.tare.ecosystem.conda;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.content.Collector;
import dev.tare.content.FilePaths;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.OwnedFiles;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;

/**
 * Packages of conda. They contain software of any language, and their files may include packages of other ecosystems.
 */
public final class CondaEcosystem implements Ecosystem {

    public static final String ID = "conda";

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
        return "conda packages";
    }

    @Override
    public String purlType() {
        return "conda";
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new CondaCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(CondaPackage.class);
    }

    @Override
    public List<PackageCache> caches() {
        return Stream.concat(PackageCache.at("opt/conda/pkgs", "opt/miniconda3/pkgs").stream(),
                PackageCache.inHomes("miniconda3/pkgs", ".conda/pkgs").stream()).toList();
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        List<Installed> packages = new ArrayList<>();
        List<OwnedFiles> owned = new ArrayList<>();
        findings.forEachName(CondaPackage.class, (file, one) -> {
            packages.add(one.named().in(id(), file));
            String environment = FilePaths.parent(FilePaths.parent(file.path()));
            owned.add(new OwnedFiles(one.named().name(), one.files(), path -> FilePaths.join(environment, path)));
        });
        return new SoftwareReading(packages, owned, findings.unread());
    }
}
