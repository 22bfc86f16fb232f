package dev.tare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is in an image, for a terminal: system, runtime, how it is started, and its layers. */
final class TextContents {

    private static final int LAYERS = 20;

    private static final int STEP = 40;

    private static final int FOLDERS = 3;

    private static final int UNREAD = 10;

    private static final int SHADED = 3;

    private static final String INDENT = " ".repeat(13);

    private TextContents() {}

    static void write(ImageReport image, List<String> lines) {
        lines.addAll(List.of("", TextReport.name(image) + " holds"));
        lines.add("  platform   " + VisibleText.of(image.platform()));
        lines.add("  image ID   " + image.id());
        lines.add("  system     " + (image.os() == null ? "no os-release file" : VisibleText.of(image.os().name())));
        image.javaRuntimes()
                .forEach(runtime -> TextWrap.add(lines, "  ", INDENT,
                        "Java       " + VisibleText.of(runtime(runtime))));
        TextWrap.add(lines, "  ", INDENT, "user       " + VisibleText.of(user(image.config())));
        TextWrap.add(lines, "  ", INDENT, "starts     " + VisibleText.of(start(image.config())));
        packages(image, lines);
        lines.addAll(layers(image).lines());
        if (image.layers().size() > LAYERS) {
            lines.add("  and " + Figures.count(image.layers().size() - (long) LAYERS) + " more layers");
        }
        TextWaste.write(image, lines);
    }

    private static void packages(ImageReport image, List<String> lines) {
        shaded(image.shadedLibraries(), lines);
        if (image.unowned().files() != null) {
            TextWrap.add(lines, "  ", INDENT,
                    "unpackaged " + Figures.unowned(image.unowned()) + " of no OS package" + folders(image.unowned()));
        }
        image.unread()
                .items()
                .stream()
                .limit(UNREAD)
                .forEach(one -> TextWrap.add(lines, "  ", INDENT,
                        "not read   /" + VisibleText.of(one.path() + ": " + one.because())));
        if (image.unread().total() > UNREAD) {
            lines.add("             and " + Figures.count(image.unread().total() - UNREAD) + " more");
        }
    }

    private static void shaded(Listing<ShadedLibraryReport> shaded, List<String> lines) {
        if (shaded.empty()) {
            return;
        }
        String libraries = shaded.items()
                .stream()
                .limit(SHADED)
                .map(one -> VisibleText.of(Figures.library(one) + " in /" + one.jar()))
                .collect(Collectors.joining(", "));
        TextWrap.add(lines, "  ", INDENT, "shaded     " + libraries
                + (shaded.total() > SHADED ? " and " + Figures.count(shaded.total() - SHADED) + " more" : ""));
    }

    private static String folders(UnownedReport unowned) {
        String folders = unowned.folders()
                .items()
                .stream()
                .limit(FOLDERS)
                .map(folder -> "/" + VisibleText.of(folder.path()) + " " + HumanSize.of(folder.visibleBytes()))
                .collect(Collectors.joining(", "));
        return folders.isEmpty() ? "" : ", most in " + folders;
    }

    private static String runtime(JavaRuntimeReport runtime) {
        return runtime.version() + (runtime.vendor() == null ? "" : " of " + runtime.vendor()) + " at /"
                + runtime.path() + ", " + Figures.kind(runtime);
    }

    private static String user(ConfigReport config) {
        return config.user().isEmpty() ? "not set, so root" : config.user();
    }

    private static String start(ConfigReport config) {
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        return words.isEmpty() ? "nothing by itself" : String.join(" ", words);
    }

    private static TextTable layers(ImageReport image) {
        TextTable table = new TextTable().row("layer",
                List.of("origin", "uncompressed", "compressed", "wasted", "made by"));
        image.layers()
                .stream()
                .limit(LAYERS)
                .forEach(layer -> table.row(Integer.toString(layer.index()),
                        List.of(layer.origin().name().toLowerCase(Locale.ROOT), HumanSize.of(layer.uncompressedBytes()),
                                Figures.size(layer.compressedBytes()), HumanSize.of(layer.wastedBytes()),
                                step(layer))));
        return table;
    }

    private static String step(LayerReport layer) {
        String step = layer.createdBy() == null ? layer.comment() : layer.createdBy();
        return step == null || step.isBlank() ? "unknown" : Figures.shortened(VisibleText.of(step), STEP);
    }
}
