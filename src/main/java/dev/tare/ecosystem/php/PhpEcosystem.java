package dev.tare.ecosystem.php;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tare.content.Collector;
import dev.tare.content.Finding;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.ApplicationLayout;
import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.Ecosystem.PackageCache;
import dev.tare.ecosystem.NamedPackages;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.version.VersionOrder;
import org.jspecify.annotations.Nullable;

/** PHP packages that Composer installed, each listed with the path of Composer's list. */
public final class PhpEcosystem implements Ecosystem {

    /** Composer installs programs for all applications below its own folder. */
    private static final ApplicationLayout LAYOUT = new ApplicationLayout("PHP",
            Pattern.compile(".*\\.php", Pattern.DOTALL), Set.of("composer/composer"),
            Set.of(".composer/vendor", ".config/composer/vendor"));

    @Override
    public String id() {
        return "composer";
    }

    @Override
    public Kind kind() {
        return Kind.LANGUAGE;
    }

    @Override
    public String label() {
        return "PHP packages";
    }

    @Override
    public String purlType() {
        return "composer";
    }

    /** Composer ignores the case of names. Package URLs have them in lower case. */
    @Override
    public String comparedName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The vendor is the namespace. */
    @Override
    public @Nullable PurlName purlName(String name) {
        return PurlName.split(comparedName(name));
    }

    @Override
    public VersionOrder versions() {
        return ComposerVersions::compare;
    }

    @Override
    public List<Collector> collectors(Limits limits, Deadline deadline) {
        return List.of(new InstalledJsonCollector());
    }

    @Override
    public List<Class<? extends Finding>> findings() {
        return List.of(NamedPackages.class);
    }

    @Override
    public List<PackageCache> caches() {
        return PackageCache.inHomes(".cache/composer", ".composer/cache");
    }

    @Override
    public Set<String> packageFolders() {
        return Set.of("vendor");
    }

    @Override
    public ApplicationLayout applicationLayout() {
        return LAYOUT;
    }

    @Override
    public SoftwareReading read(VisibleFindings findings) {
        return SoftwareReading.ofNamedPackages(id(), findings);
    }
}
