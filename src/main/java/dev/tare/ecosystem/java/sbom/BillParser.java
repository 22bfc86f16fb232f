package dev.tare.ecosystem.java.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import dev.tare.ecosystem.bill.BillEntry;
import dev.tare.ecosystem.bill.BillReader;
import dev.tare.ecosystem.bill.ReadBill;
import dev.tare.ecosystem.bill.UnreadableBillException;
import org.jspecify.annotations.Nullable;

/** Parses the bills of materials in an image. Only their Maven libraries count. */
public final class BillParser {

    private static final int MAX_LIBRARIES = 10_000;

    private static final BillReader READER = new BillReader(BillOfMaterials.MAX_SIZE);

    private BillParser() {}

    /**
     * The libraries of a document. The result is {@code null} if the content is not a JSON object, or a document of
     * another kind.
     *
     * @param maxInflated maximum number of bytes that gzip may inflate to
     * @param inflated    receives the count of bytes of each read of gzip
     * @throws UnreadableBillException if it is damaged or exceeds a bound
     * @throws IOException             only if the content cannot be read
     */
    public static @Nullable BillOfMaterials parse(InputStream content, long maxInflated, LongConsumer inflated)
            throws IOException {
        List<ListedLibrary> libraries = new ArrayList<>();
        ReadBill read = READER.read(content, maxInflated, inflated, entry -> add(entry, libraries));
        return read.format() == null ? null : new BillOfMaterials(libraries, read.scanned());
    }

    private static void add(BillEntry entry, List<ListedLibrary> libraries) {
        ListedLibrary library = ListedLibrary.of(entry.purl(), entry.group(), entry.name(), entry.version(),
                entry.content());
        if (library != null) {
            if (libraries.size() == MAX_LIBRARIES) {
                throw new UnreadableBillException("it lists more than " + MAX_LIBRARIES + " libraries", null);
            }
            libraries.add(library);
        }
    }
}
