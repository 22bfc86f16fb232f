package dev.tare.web.view;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.VersionChange;
import dev.tare.comparison.version.VersionDifference;
import dev.tare.filetree.FileEntry;
import dev.tare.image.DiffId;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Layer;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.report.explore.FileSearch;
import dev.tare.report.explore.FoundFile;
import dev.tare.report.output.TableFormat;
import org.jspecify.annotations.Nullable;

/** The rows of views for other programs, with exact figures and the names of the report. */
final class ViewTables {

    private ViewTables() {}

    /** A row for each file, in order. Layers count from 0, as in reports. */
    static TableFormat.Table files(FileSearch.Result found) {
        return rows -> {
            rows.row("path", "from_path", "change", "chapter", "line", "owner", "from_bytes", "to_bytes",
                    "growth_bytes", "from_layer", "to_layer", "from_sha256", "to_sha256", "same_file_as");
            for (FoundFile file : found.files()) {
                FileEntry from = file.from();
                FileEntry to = file.to();
                rows.row(file.path(), from == null ? null : from.path(), name(file.kind()),
                        file.owner().chapter().title(), file.owner().line(), file.owner().owner(),
                        from == null ? null : file.before(), to == null ? null : file.after(),
                        file.after() - file.before(), from == null ? null : from.layer(),
                        to == null ? null : to.layer(), sha256(from), sha256(to), file.sameFileAs());
            }
        };
    }

    /** A row for each layer of each image, the lowest first. */
    static TableFormat.Table layers(ViewedPair pair) {
        return rows -> {
            rows.row("image", "layer", "same_as_layer", "diff_id", "digest", "base_image", "uncompressed_bytes",
                    "compressed_bytes", "wasted_bytes", "created_by");
            List<Inspection> images = pair.comparison().graded();
            Inspection from = images.get(pair.from());
            Inspection to = images.get(pair.to());
            layers(rows, from, pair.single() ? Map.of() : LayersController.places(to));
            if (!pair.single()) {
                layers(rows, to, LayersController.places(from));
            }
        };
    }

    /** A row for each package, library and runtime that differs. */
    static TableFormat.Table packages(ViewedPair pair) {
        return rows -> {
            rows.row("kind", "ecosystem", "change", "from_name", "to_name", "from_versions", "to_versions");
            Inspection from = pair.before();
            Inspection to = pair.after();
            versions(rows, "package", VersionDifference.ofPackages(from, to));
            versions(rows, "bundled package", VersionDifference.ofBundledPackages(from, to));
            versions(rows, "jar", VersionDifference.ofJars(from, to));
            versions(rows, "shaded library", VersionDifference.ofShadedLibraries(from, to));
            versions(rows, "Java runtime", VersionDifference.ofJavaRuntimes(from, to));
        };
    }

    private static void layers(TableFormat.Rows rows, Inspection image, Map<DiffId, Integer> others)
            throws IOException {
        List<InspectedLayer> layers = image.weight().layers();
        for (int i = 0; i < layers.size(); i++) {
            InspectedLayer inspected = layers.get(i);
            Layer layer = inspected.layer();
            HistoryEntry history = layer.history();
            rows.row(image.image().name(), i, others.get(layer.diffId()), layer.diffId(), layer.digest(),
                    switch (image.base().originOf(i)) {
                        case BASE -> "yes";
                        case NET -> "no";
                        case UNKNOWN -> null;
                    }, inspected.uncompressedSize(), layer.isCompressed() ? layer.storedSize() : null,
                    inspected.wasted(), history == null ? null : history.createdBy());
        }
    }

    private static void versions(TableFormat.Rows rows, String kind, VersionDifference versions) throws IOException {
        for (VersionChange change : versions.changes()) {
            rows.row(kind, change.ecosystem(), name(change.change()),
                    change.change() == Change.ADDED ? null : change.name(),
                    change.change() == Change.REMOVED ? null : change.name(), String.join(" ", change.from()),
                    String.join(" ", change.to()));
        }
        for (VersionDifference.Rename rename : versions.renamed()) {
            rows.row(kind, rename.ecosystem(), "renamed", rename.fromName(), rename.toName(),
                    String.join(" ", rename.from()), String.join(" ", rename.to()));
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String sha256(@Nullable FileEntry file) {
        return file == null || file.content() == null ? null : file.content().hex();
    }
}
