package dev.tare.ecosystem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tare.content.Unread;
import dev.tare.content.reader.VisibleFindings;

/**
 * The software of one ecosystem in an image.
 *
 * @param installed    in any order
 * @param dependencies between the installed packages of the operating system, in the same order
 * @param owned        the files of packages; the first package that lists a file owns it
 * @param unread       files with more software that could not be read
 */
public record SoftwareReading(List<Installed> installed, Dependencies dependencies, List<OwnedFiles> owned,
        List<Unread> unread) {

    public SoftwareReading {
        installed = List.copyOf(installed);
        owned = List.copyOf(owned);
        unread = List.copyOf(unread);
    }

    /** Software without packages of the operating system. */
    public SoftwareReading(List<Installed> installed, List<OwnedFiles> owned, List<Unread> unread) {
        this(installed, Dependencies.NONE, owned, unread);
    }

    /** The software without some packages of languages. */
    public SoftwareReading keeping(Predicate<LanguagePackage> kept) {
        return new SoftwareReading(this.installed.stream()
                .filter(one -> !(one instanceof LanguagePackage language) || kept.test(language))
                .toList(), this.dependencies, this.owned, this.unread);
    }

    /** The same software with more files that could not be read, which come first. */
    public SoftwareReading withUnread(List<Unread> more) {
        return new SoftwareReading(this.installed, this.dependencies, this.owned,
                Stream.concat(more.stream(), this.unread.stream()).toList());
    }

    /** The packages of a language that collectors found in files, one or several in each file. */
    public static SoftwareReading ofNamedPackages(String manager, VisibleFindings findings) {
        List<Installed> packages = new ArrayList<>();
        findings.forEachName(NamedPackage.class, (file, one) -> packages.add(one.in(manager, file)));
        findings.forEachName(NamedPackages.class,
                (file, list) -> list.packages().forEach(one -> packages.add(one.in(manager, file))));
        return new SoftwareReading(packages, List.of(), findings.unread());
    }
}
