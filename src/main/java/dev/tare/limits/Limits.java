package dev.tare.limits;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What reading an image may cost. A bounded read that overflows fails with {@link LimitExceededException}; it never
 * truncates. The greatest value that a limit can have is no bound.
 * <p>
 * Of an archive that comes as a stream nothing tells before its end which of its layers are the image's. So all that
 * reads like a layer counts as one of the image, and the time that sending takes counts too.
 *
 * @param layers            layers of an image
 * @param entriesPerLayer   tar entries of one layer
 * @param imageEntries      tar entries of all of an image's layers; one that takes much more memory than others do
 *                          counts as several
 * @param archiveEntries    tar entries of the archive around the layers
 * @param pathLength        of a path or link target, in bytes
 * @param documentSize      of a JSON document, in bytes; never more than one array holds
 * @param layerTarSize      of a layer's uncompressed tar, in bytes
 * @param imageTarSize      of all of an image's uncompressed tars, in bytes
 * @param compressionRatio  uncompressed bytes for each stored byte, judged once {@link #RATIO_FROM} bytes have come
 * @param zstdWindow        of what is compressed with zstd, in bytes, as the power of two that it has room for; lies outside
 *                          of the heap, once for each stream that is read at once; never more than zstd supports
 * @param archiveSize       of the whole archive as given, in bytes
 * @param jarDepth          jars in each other: 1 for a jar in a jar, 2 for one in that
 * @param time              to inspect an image, looked at while its bytes stream by and while its layers are put together
 */
public record Limits(int layers, int entriesPerLayer, int imageEntries, int archiveEntries, int pathLength,
        long documentSize, long layerTarSize, long imageTarSize, int compressionRatio, long zstdWindow,
        long archiveSize,
        int jarDepth, Duration time) {

    /** The longest array that every Java makes, less one element to see that there is more. */
    private static final long ARRAY_LENGTH = Integer.MAX_VALUE - 9;

    /** The largest zstd window that zstd reads and writes: {@code --long=31}. */
    public static final long ZSTD_WINDOW_MOST = 2L << 30;

    /** Uncompressed bytes below which no compression ratio is judged: short runs of zeros compress extremely well. */
    public static final long RATIO_FROM = 64L << 20;

    /** Bytes of one extended header of a tar entry: long names and extended attributes need a tenth of it. */
    public static final int EXTENDED_HEADER_SIZE = 1 << 20;

    /** Bytes of one name in a path: Linux has no longer ones. */
    public static final int NAME_LENGTH = 255;

    /** Bytes of all names and extended attributes of one tar, which whoever lists its entries must keep. */
    public static final long NAMES_SIZE = 512L << 20;

    /** The same of the tar around an image's layers: its whole index is kept while an image is read. */
    public static final long ARCHIVE_NAMES_SIZE = 16L << 20;

    /** Bytes of all holes of an image's sparse files: they cost an archive nothing, and whoever reads them their time. */
    public static final long HOLES_SIZE = 4L << 30;

    /** Room for every image that people really build, and an end to all that only an attacker would. */
    public static final Limits DEFAULTS =
            new Limits(512, 2_000_000, 2_000_000, 20_000, 4096, 8L << 20, 32L << 30, 64L << 30,
                    400, 128L << 20, 32L << 30, 8, Duration.ofMinutes(30));

    private static final List<RecordComponent> COMPONENTS = List.of(Limits.class.getRecordComponents());

    public Limits {
        check("layers", layers);
        check("entriesPerLayer", entriesPerLayer);
        check("imageEntries", imageEntries);
        check("archiveEntries", archiveEntries);
        check("pathLength", pathLength);
        check("documentSize", documentSize);
        check("layerTarSize", layerTarSize);
        check("imageTarSize", imageTarSize);
        check("compressionRatio", compressionRatio);
        check("zstdWindow", zstdWindow);
        check("archiveSize", archiveSize);
        check("jarDepth", jarDepth);
        check("time", TimeUnit.MILLISECONDS.convert(time));
        documentSize = Math.min(documentSize, ARRAY_LENGTH);
        zstdWindow = Math.min(zstdWindow, ZSTD_WINDOW_MOST);
    }

    /**
     * A copy with another value of one limit.
     *
     * @param name  as the component of this record is called
     * @param value within the component's type; of a duration in milliseconds
     * @throws IllegalArgumentException if there is no such limit, or the value is not greater than 0
     */
    public Limits with(String name, long value) {
        check(name, value);
        Object[] values = COMPONENTS.stream()
                .map(component -> component.getName().equals(name) ? boxed(component, value) : valueOf(component))
                .toArray();
        if (COMPONENTS.stream().noneMatch(component -> component.getName().equals(name))) {
            throw new IllegalArgumentException("There is no limit " + name);
        }
        return of(values);
    }

    private static Limits of(Object[] values) {
        Class<?>[] types = COMPONENTS.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Limits.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("A record has lost its constructor", ex);
        }
    }

    private Object valueOf(RecordComponent component) {
        try {
            return component.getAccessor().invoke(this);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("A record has lost its accessor " + component, ex);
        }
    }

    private static Object boxed(RecordComponent component, long value) {
        if (component.getType() == int.class) {
            return Math.toIntExact(value);
        }
        return component.getType() == Duration.class ? Duration.ofMillis(value) : (Object) value;
    }

    private static void check(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The limit " + name + " must be greater than 0, but is " + value);
        }
    }
}
