package dev.tare.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.tare.cache.LayerFolder;
import dev.tare.cache.UnusableCacheException;
import dev.tare.command.terminal.CommandException;
import dev.tare.error.MaskedError;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.limits.Limits;
import dev.tare.source.KnownLayers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The cache of a command line, as its environment selects it. A folder that the user names must be usable. */
final class CommandCache {

    private static final String FOLDER = "TARE_CACHE";

    private static final String SIZE = "TARE_CACHE_SIZE";

    private CommandCache() {}

    /**
     * The layers that earlier commands read. Without a writable home, no layer is known.
     *
     * @throws CommandException if the folder or the size in the environment cannot be used
     */
    static KnownLayers<LayerScan> layers(@Nullable CommandSpec spec, Limits limits) {
        LayerFolder folder = open(spec, false);
        return folder == null ? KnownLayers.none() : folder.layers(Version.build(), limits);
    }

    /**
     * The folder of the cache, or {@code null} without a writable home. A remark states why another home is not used.
     *
     * @param isSubject whether the command is about the cache, so a home that cannot be written is worth a remark too
     * @throws CommandException if the folder or the size in the environment cannot be used
     */
    static @Nullable LayerFolder open(@Nullable CommandSpec spec, boolean isSubject) {
        Map<String, String> environment = TareCommand.surroundings(spec).environment();
        boolean isNamed = !environment.getOrDefault(FOLDER, "").isEmpty();
        try {
            Path folder = LayerFolder.locate(environment);
            return folder == null ? null : LayerFolder.open(folder, size(environment));
        } catch (UnusableCacheException ex) {
            if (isNamed) {
                throw unusable(ex, isSubject);
            }
            if (isSubject || ex.isUnsafe()) {
                TareCommand.remark(spec, MaskedError.message(ex));
            }
            return null;
        } catch (InvalidPathException ex) {
            if (isNamed) {
                throw unusable(ex, isSubject);
            }
            return null;
        }
    }

    private static CommandException unusable(Exception cause, boolean isSubject) {
        return new CommandException(List.of(MaskedError.message(cause) + " Set " + FOLDER
                + (isSubject ? " to another folder." : " to another folder, or use --no-cache.")), List.of(cause));
    }

    private static long size(Map<String, String> environment) {
        String size = environment.getOrDefault(SIZE, "");
        try {
            return size.isEmpty() ? LayerFolder.DEFAULT_SIZE : ByteSize.parse(size).bytes();
        } catch (InvalidValueException ex) {
            throw new CommandException(SIZE + ": " + MaskedError.message(ex), ex);
        }
    }
}
