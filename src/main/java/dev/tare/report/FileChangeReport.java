package dev.tare.report;

import java.util.List;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.Aspect;
import dev.tare.comparison.version.JarSameness;
import org.jspecify.annotations.Nullable;

/**
 * A path that is not the same in two images.
 *
 * @param path    without a leading slash
 * @param aspects what is different; empty for what was added or removed. A modified time alone is no change.
 * @param from    {@code null} if added
 * @param to      {@code null} if removed
 * @param jar     what two different jars at this path have in common; {@code null} if nothing, or if these are no jars
 */
public record FileChangeReport(String path, Change change, List<Aspect> aspects, @Nullable FileStateReport from,
        @Nullable FileStateReport to, @Nullable JarSameness jar) {}
