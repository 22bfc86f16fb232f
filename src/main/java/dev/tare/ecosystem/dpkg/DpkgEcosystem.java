package dev.tare.ecosystem.dpkg;

import java.util.List;
import java.util.Locale;

import dev.tare.content.Collector;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;

/** Packages of Debian and related distributions. */
public final class DpkgEcosystem implements Ecosystem {

    static final String ID = "dpkg";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Kind kind() {
        return Kind.OPERATING_SYSTEM;
    }

    @Override
    public String label() {
        return "Debian packages";
    }

    @Override
    public String purlType() {
        return "deb";
    }

    @Override
    public PurlName purlName(String name) {
        return new PurlName(null, name.toLowerCase(Locale.ROOT));
    }

    @Override
    public VersionOrder versions() {
        return DpkgVersions.ORDER;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new DpkgCollector(), new DpkgFilesCollector());
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return new DpkgFiles(findings).read();
    }
}
