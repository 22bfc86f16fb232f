package dev.tare.ecosystem.executable;

import java.util.List;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.NamedPackage;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;

/** Programs that were copied or built into an image, each listed with the path of its file. */
public final class ExecutableEcosystem implements Ecosystem {

    static final String ID = "binary";

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
        return "Programs without a package";
    }

    @Override
    public String purlType() {
        return "generic";
    }

    @Override
    public VersionOrder versions() {
        return ProgramVersions::compare;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new ProgramCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(NamedPackage.class);
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(ID, findings);
    }
}
