package dev.tare.inspection.surface;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.ecosystem.Ecosystem;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;

/** Finds the surface of an image in its merged tree. */
public final class SurfaceFinder {

    private SurfaceFinder() {}

    /**
     * @param homes      folders in which programs leave files for their users
     * @param ecosystems that know the folders of packages and downloads
     */
    public static Surface find(CountedTree files, FileOwners owners, List<String> homes,
            List<Ecosystem> ecosystems) {
        Stream<SurfaceRule> rules = Stream.of(new ToolRule(), new ModeRule(), new PackageCacheRule(ecosystems, homes),
                new StrayFileRule(owners, ecosystems), new CertificateRule(), new TimeZoneRule(), new LocaleRule(),
                new FontRule());
        List<SurfaceItem> items = rules
                .flatMap(rule -> rule.find(files))
                .sorted(Comparator.comparing(SurfaceItem::kind).thenComparing(SurfaceItem::path))
                .toList();
        return new Surface(true, items, files.entries().filter(FileEntry::isExecutable).count(),
                files.entries().filter(FileEntry::isSharedLibrary).count());
    }

    /**
     * The surface of a Windows image. The rules know the folders, modes and programs of Linux only, so it has no items.
     */
    public static Surface ofWindows(CountedTree files) {
        return new Surface(false, List.of(), count(files, ".exe"), count(files, ".dll"));
    }

    private static long count(CountedTree files, String ending) {
        return files.entries()
                .filter(file -> file.isFile()
                        && file.path()
                                .regionMatches(true, file.path().length() - ending.length(), ending, 0,
                                        ending.length()))
                .count();
    }
}
