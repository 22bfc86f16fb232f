package dev.tare.inspection.surface;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;

/** Fonts, which programs need to draw text. */
final class FontRule implements SurfaceRule {

    private static final List<String> FOLDERS = List.of("usr/share/fonts", "usr/local/share/fonts");

    private static final Pattern FONT = Pattern.compile(".+\\.(ttf|otf|ttc|pfb|pcf|pcf\\.gz)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return FOLDERS.stream()
                .flatMap(folder -> FolderContents.item(SurfaceKind.FONTS, files, folder,
                        file -> FONT.matcher(file.fileName()).matches()));
    }
}
