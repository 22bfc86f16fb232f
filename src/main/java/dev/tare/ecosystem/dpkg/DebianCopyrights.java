package dev.tare.ecosystem.dpkg;

import java.util.List;
import java.util.Map;

import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.filetree.FileEntry;

/**
 * The licenses in the copyright files of packages. The folder of a package may be a link to that of another package of
 * the same source.
 */
final class DebianCopyrights {

    private final VisibleFindings findings;

    private final Map<String, Copyright> copyrights;

    DebianCopyrights(VisibleFindings findings) {
        this.findings = findings;
        this.copyrights = findings.byPath(Copyright.class);
    }

    /** Adds the licenses to the packages of a reading. */
    SoftwareReading addTo(SoftwareReading known) {
        if (this.copyrights.isEmpty()) {
            return known;
        }
        List<Installed> installed = known.installed().stream().map(one -> licensed((OsPackage) one)).toList();
        return new SoftwareReading(installed, known.dependencies(), known.owned(), known.unread());
    }

    private Installed licensed(OsPackage one) {
        FileEntry file = one.name().contains("/") ? null
                : this.findings.files()
                        .resolveToFirstName(CopyrightCollector.FOLDER + one.name() + CopyrightCollector.NAME);
        Copyright copyright = file == null ? null : this.copyrights.get(file.path());
        return copyright == null ? one : one.withLicenses(copyright.licenses());
    }
}
