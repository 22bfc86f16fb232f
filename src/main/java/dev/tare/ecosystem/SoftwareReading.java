package dev.tare.ecosystem;

import java.util.ArrayList;
import java.util.List;

import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;

/**
 * The software of one ecosystem in an image.
 *
 * @param installed in any order
 * @param owned     the files of packages; of two that list a file the first owns it
 * @param unread    the files that hold more software, which Tare could not read
 */
public record SoftwareReading(List<Installed> installed, List<OwnedFiles> owned, List<Unread> unread) {

    public SoftwareReading {
        installed = List.copyOf(installed);
        owned = List.copyOf(owned);
        unread = List.copyOf(unread);
    }

    /** The packages of a language that has a file for each of them, in which a collector found its name. */
    public static SoftwareReading ofNamedPackages(String manager, VisibleFindings findings) {
        List<Installed> packages = new ArrayList<>();
        findings.forEach(NamedPackage.class, (file, one) -> packages
                .add(new LanguagePackage(manager, one.name(), one.version(), file.path(), file.layer())));
        return new SoftwareReading(packages, List.of(), findings.unread());
    }
}
