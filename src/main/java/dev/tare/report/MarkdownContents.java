package dev.tare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is in each image: system, runtime, libraries, how it is started, and its layers. */
final class MarkdownContents {

    private static final int FOLDERS = 3;

    private MarkdownContents() {}

    static void write(ComparisonReport report, List<String> lines, int items) {
        lines.addAll(List.of("", "## Contents"));
        report.images().forEach(image -> image(image, lines, items));
    }

    private static void image(ImageReport image, List<String> lines, int items) {
        lines.addAll(List.of("", "### " + MarkdownText.code(image.name()), ""));
        lines.add("- Platform %s, image ID %s".formatted(MarkdownText.code(image.platform()),
                MarkdownText.code(image.id())));
        lines.add("- System: " + (image.os() == null ? "no os-release file" : MarkdownText.code(image.os().name())));
        image.javaRuntimes().stream().limit(items).forEach(runtime -> lines.add(runtime(runtime)));
        lines.add("- OS packages: %s; %s, %s, %s in %s".formatted(Figures.osPackages(image),
                count(image.languagePackages(), "language package", "language packages"),
                count(image.jars(), "jar", "jars"), Figures.count(image.files().files(), "file", "files"),
                Figures.count(image.files().paths(), "path", "paths")));
        shaded(image.shadedLibraries(), lines, items);
        unowned(image.unowned(), lines, items);
        unread(image.unread(), lines, items);
        start(image.config(), lines);
        provisions(image, lines);
        layers(image, lines, items);
        MarkdownWaste.write(image, lines, items);
    }

    private static void shaded(Listing<ShadedLibraryReport> shaded, List<String> lines, int items) {
        shaded.items()
                .stream()
                .limit(items)
                .forEach(one -> lines.add("- Unpacked into %s: %s".formatted(MarkdownText.code("/" + one.jar()),
                        MarkdownText.code(Figures.library(one)))));
        if (shaded.total() > items) {
            lines.add("- Unpacked into jars: %s more".formatted(Figures.count(shaded.total() - items)));
        }
    }

    private static void unowned(UnownedReport unowned, List<String> lines, int items) {
        if (unowned.files() != null) {
            List<String> folders = unowned.folders().items().stream().limit(Math.min(items, FOLDERS)).map(folder -> {
                return MarkdownText.code("/" + folder.path()) + " " + HumanSize.of(folder.visibleBytes());
            }).toList();
            lines.add("- Of no OS package: " + Figures.unowned(unowned)
                    + (folders.isEmpty() ? "" : ", most in " + String.join(", ", folders)));
        }
    }

    private static void unread(Listing<UnreadReport> unread, List<String> lines, int items) {
        unread.items()
                .stream()
                .limit(items)
                .forEach(one -> lines.add("- Not read: " + MarkdownText.code("/" + one.path()) + ". "
                        + MarkdownText.prose(one.because())));
        if (unread.total() > items) {
            lines.add("- Not read: %s more".formatted(Figures.count(unread.total() - items)));
        }
    }

    private static String runtime(JavaRuntimeReport runtime) {
        String vendor = runtime.vendor() == null ? "an unnamed vendor" : MarkdownText.code(runtime.vendor());
        return "- Java %s of %s at %s%s, %s".formatted(MarkdownText.code(runtime.version()), vendor,
                MarkdownText.code("/" + runtime.path()), runtime.modules().isEmpty() ? ""
                        : " with " + Figures.count(runtime.modules().size(), "module", "modules"),
                MarkdownText.prose(Figures.kind(runtime)));
    }

    private static void start(ConfigReport config, List<String> lines) {
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        lines.add("- Starts "
                + (words.isEmpty() ? "nothing by itself" : MarkdownText.code(String.join(" ", words)))
                + (config.workingDirectory().isEmpty() ? "" : " in " + MarkdownText.code(config.workingDirectory()))
                + (config.exposedPorts().isEmpty() ? "" : ", exposes " + MarkdownText.codes(config.exposedPorts())));
    }

    private static void provisions(ImageReport image, List<String> lines) {
        List<String> missing = image.surface()
                .stream()
                .filter(surface -> surface.provision() && surface.paths().empty())
                .map(SurfaceReport::title)
                .toList();
        if (!missing.isEmpty()) {
            lines.add("- Has no " + String.join(", no ", missing) + ", which a program may miss");
        }
    }

    private static void layers(ImageReport image, List<String> lines, int items) {
        lines.add("");
        MarkdownTable table = new MarkdownTable("Layer",
                List.of("origin", "uncompressed", "compressed", "wasted", "made by"));
        image.layers()
                .stream()
                .limit(items)
                .forEach(layer -> table.row(Integer.toString(layer.index()),
                        List.of(layer.origin().name().toLowerCase(Locale.ROOT), HumanSize.of(layer.uncompressedBytes()),
                                Figures.size(layer.compressedBytes()), HumanSize.of(layer.wastedBytes()),
                                madeBy(layer))));
        lines.addAll(table.lines());
        if (image.layers().size() > items) {
            lines.addAll(List.of("", "and %s more.".formatted(
                    Figures.count(image.layers().size() - (long) items, "layer", "layers"))));
        }
    }

    private static String madeBy(LayerReport layer) {
        String step = layer.createdBy() == null ? layer.comment() : layer.createdBy();
        return step == null || step.isBlank() ? "unknown"
                : MarkdownText.code(Figures.shortened(VisibleText.of(step), 80));
    }

    private static String count(Listing<?> listing, String one, String many) {
        return Figures.count(listing.total(), one, many);
    }
}
