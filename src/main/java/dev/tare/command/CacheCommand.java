package dev.tare.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import dev.tare.cache.LayerFolder;
import dev.tare.report.document.VisibleText;
import dev.tare.wording.Bytes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tare cache}. */
@Command(name = "cache",
        description = "Show the folder in which Tare keeps the results of reading layers, or clear it.",
        footer = { "  tare cache", "  tare cache --clear" })
final class CacheCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--clear", description = "Delete all results.")
    private boolean clear;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = TareCommand.terminal(this.spec);
        LayerFolder folder = CommandCache.open(this.spec, true);
        if (folder == null) {
            terminal.println("There is no cache. TARE_CACHE selects its folder.");
        } else {
            if (this.clear) {
                folder.clear();
            }
            LayerFolder.Usage usage = folder.usage();
            terminal.println("folder  " + VisibleText.of(folder.path().toString()));
            terminal.println("layers  " + usage.layers());
            terminal.println("size    " + Bytes.rounded(usage.bytes()) + " of " + Bytes.rounded(folder.size()));
        }
        terminal.flush();
        return 0;
    }
}
