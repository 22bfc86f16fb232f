package dev.tare.report.sbom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.ecosystem.bill.BillEntry;
import dev.tare.ecosystem.bill.PublishedBill;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.purl.PackageKey;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * The software that a bill of materials lists, compared with the software that Tare found in an image. Entries are the same
 * if their package URLs have the same type, namespace, name and version.
 *
 * @param missing       found by Tare, but not in the document, in the order of their package URLs
 * @param surplus       in the document, but not found by Tare, in the order of their package URLs
 * @param same          the number of package URLs in both
 * @param unnamed       the number of packages that Tare found without a package URL, which are not compared
 * @param unnamedListed the number of entries of the document without a valid package URL, which are not compared
 */
public record ListedSoftware(List<Entry> missing, List<Entry> surplus, long same, long unnamed, long unnamedListed) {

    /** Entries of a document that are no packages. */
    private static final Set<String> OTHER_TYPES =
            Set.of("file", "operating-system", "container", "FILE", "OPERATING-SYSTEM", "CONTAINER",
                    "OPERATING_SYSTEM");

    public ListedSoftware {
        missing = List.copyOf(missing);
        surplus = List.copyOf(surplus);
    }

    /** Compares a document with an image. */
    public static ListedSoftware compare(Inspection inspection, PublishedBill bill) {
        Map<PackageKey, @Nullable String> found = new TreeMap<>();
        long unnamed = 0;
        ComponentTree tree = new ComponentTree(inspection);
        for (SbomComponent component : (Iterable<SbomComponent>) components(tree)::iterator) {
            PackageKey key = component.purl() == null ? null : PackageKey.parse(component.purl());
            if (key == null) {
                unnamed++;
            } else {
                found.putIfAbsent(key, "/" + component.location());
            }
        }
        Map<PackageKey, Boolean> listed = new HashMap<>();
        long unnamedListed = 0;
        for (BillEntry entry : bill.entries()) {
            PackageKey key = entry.purl() == null ? null : PackageKey.parse(entry.purl());
            if (key != null && !key.isImage()) {
                listed.put(key, true);
            } else if (key == null && (entry.type() == null || !OTHER_TYPES.contains(entry.type()))) {
                unnamedListed++;
            }
        }
        List<Entry> missing = found.entrySet()
                .stream()
                .filter(one -> !listed.containsKey(one.getKey()))
                .map(one -> Entry.of(one.getKey(), one.getValue()))
                .toList();
        List<Entry> surplus = listed.keySet()
                .stream()
                .filter(key -> !found.containsKey(key))
                .sorted()
                .map(key -> Entry.of(key, null))
                .toList();
        return new ListedSoftware(missing, surplus, listed.size() - surplus.size(), unnamed, unnamedListed);
    }

    private static Stream<SbomComponent> components(ComponentTree tree) {
        return IntStream.range(0, tree.size())
                .boxed()
                .flatMap(number -> Stream.concat(Stream.of(tree.component(number)), tree.libraries(number)));
    }

    /**
     * A package.
     *
     * @param purl     its package URL without qualifiers
     * @param location the path of the evidence in the image, or {@code null} if Tare did not find it
     */
    public record Entry(String purl, @Nullable String location) {

        static Entry of(PackageKey key, @Nullable String location) {
            return new Entry(Redaction.tokens(key.toString()), location);
        }
    }
}
