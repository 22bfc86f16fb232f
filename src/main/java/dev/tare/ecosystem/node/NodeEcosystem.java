package dev.tare.ecosystem.node;

import java.util.List;

import dev.tare.content.Collector;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/** Packages of npm, Yarn and pnpm. */
public final class NodeEcosystem implements Ecosystem {

    @Override
    public String id() {
        return "npm";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "Node packages";
    }

    @Override
    public String purlType() {
        return "npm";
    }

    /** The scope is the namespace. Neither scope nor name may be empty. */
    @Override
    public @Nullable PurlName purlName(String name) {
        int slash = name.indexOf('/');
        return slash == 0 || name.endsWith("/") ? null
                : new PurlName(slash < 0 ? null : name.substring(0, slash), name.substring(slash + 1));
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new NodePackageCollector());
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(id(), findings);
    }
}
