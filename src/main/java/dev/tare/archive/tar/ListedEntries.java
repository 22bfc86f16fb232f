package dev.tare.archive.tar;

import java.nio.charset.StandardCharsets;

import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Checks the entries that a table of contents lists, like {@link TarReader} checks those of a tar. Names get the form that
 * the reader gives them, and the limits of a layer count them and the sizes that the table states.
 */
public final class ListedEntries {

    private final TarErrorContext place;

    private final TarLimits limits;

    private final ImageBudget budget;

    /**
     * @param name   the name of the table for errors
     * @param budget of the layer
     */
    public ListedEntries(String name, Limits limits, ImageBudget budget) {
        this.place = new TarErrorContext(name);
        this.place.begin();
        this.limits = TarLimits.ofLayer(limits, this.place, budget);
        this.budget = budget;
    }

    /**
     * The entry as a tar would have it.
     *
     * @param listed with its path and link as written
     * @throws InvalidTarException    if it has no name, a name with a NUL, or a negative size
     * @throws PathEscapesException   if its path climbs out of the root
     * @throws LimitExceededException if the entries exceed a limit
     */
    public TarEntry check(TarEntry listed) {
        this.limits.takeEntry();
        String written = name(listed.path());
        this.limits.takePath(written);
        this.place.enter(written);
        String path = this.place.normalize(written);
        if (path.isEmpty() && listed.type() != EntryType.DIRECTORY) {
            throw this.place.malformed("an entry has no name");
        }
        long size = listed.isFile() ? listed.size() : 0;
        if (size < 0) {
            throw this.place.malformed("its size is negative");
        }
        this.limits.takeContent(size, 0, 0);
        this.budget.take(size);
        return new TarEntry(path, listed.type(), size, listed.mode(), listed.uid(), listed.gid(), listed.modified(),
                link(listed), listed.xattrs(), listed.device());
    }

    private @Nullable String link(TarEntry listed) {
        if (listed.type() != EntryType.HARD_LINK && listed.type() != EntryType.SYMBOLIC_LINK) {
            return null;
        }
        String target = name(listed.linkTarget() == null ? "" : listed.linkTarget());
        if (listed.type() == EntryType.SYMBOLIC_LINK) {
            this.limits.takeTarget(target);
            return target;
        }
        this.limits.takePath(target);
        return this.place.normalize(target);
    }

    private String name(String written) {
        if (written.indexOf('\0') >= 0) {
            throw this.place.malformed("an entry has a name with a NUL");
        }
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        return EntryName.decode(bytes, 0, bytes.length);
    }
}
