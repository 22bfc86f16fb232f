package dev.tare.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds an image's surface in its merged tree. */
final class SurfaceFinder {

    private static final List<SurfaceRule> RULES =
            List.of(new ToolRule(), new ModeRule(), new PackageCacheRule(), new StrayFileRule(),
                    new CertificateRule(), new TimeZoneRule(), new LocaleRule(), new FontRule());

    private static final Pattern SHARED_LIBRARY = Pattern.compile(".+\\.so(\\.[0-9][0-9A-Za-z._-]*)?");

    /** No Linux file system has a longer name, and it could be made to cost time. */
    private static final int MAX_NAME = 255;

    private SurfaceFinder() {}

    static Surface find(FileTree files) {
        List<SurfaceItem> items = RULES.stream()
                .flatMap(rule -> rule.find(files))
                .sorted(Comparator.comparing(SurfaceItem::kind).thenComparing(SurfaceItem::path))
                .toList();
        return new Surface(items, files.entries().stream().filter(FileEntry::isExecutable).count(),
                files.entries().stream().filter(SurfaceFinder::isSharedLibrary).count());
    }

    private static boolean isSharedLibrary(FileEntry entry) {
        String name = entry.fileName();
        return entry.isFile() && name.length() <= MAX_NAME && name.contains(".so")
                && SHARED_LIBRARY.matcher(name).matches();
    }
}
