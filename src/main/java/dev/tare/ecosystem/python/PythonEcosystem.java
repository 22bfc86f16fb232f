package dev.tare.ecosystem.python;

import java.util.List;
import java.util.Locale;

import dev.tare.content.Collector;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;

/** Packages of pip and setuptools. */
public final class PythonEcosystem implements Ecosystem {

    @Override
    public String id() {
        return "pypi";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "Python packages";
    }

    @Override
    public String purlType() {
        return "pypi";
    }

    @Override
    public PurlName purlName(String name) {
        return new PurlName(null, name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new PythonPackageCollector());
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(id(), findings);
    }
}
