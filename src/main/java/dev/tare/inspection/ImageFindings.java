package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.content.Unread;
import dev.tare.content.reader.ContentReader;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.ecosystem.Dependencies;
import dev.tare.ecosystem.Ecosystem.Kind;
import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.Installed;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.OwnedFiles;
import dev.tare.ecosystem.PackageCaches;
import dev.tare.ecosystem.SoftwareReading;
import dev.tare.ecosystem.executable.UnpackagedPrograms;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.ecosystem.java.runtime.RuntimeJars;
import dev.tare.ecosystem.unread.UnreadDatabases;
import dev.tare.filetree.CountedTree;
import dev.tare.filetree.merge.MergedLayers;
import dev.tare.filetree.merge.MergedLayers.Found;
import dev.tare.inspection.Inspection.Software;
import dev.tare.limits.Deadline;

/** The findings in visible files. Each is read by the reader whose collector made it. */
final class ImageFindings {

    private static final Comparator<OsPackage> BY_NAME = Comparator.comparing(OsPackage::name)
            .thenComparing(OsPackage::architecture)
            .thenComparing(OsPackage::version);

    private final CountedTree files;

    private final Map<String, List<Found>> byReader;

    private final LinkedFiles links;

    private ImageFindings(CountedTree files, Map<String, List<Found>> byReader, LinkedFiles links) {
        this.files = files;
        this.byReader = byReader;
        this.links = links;
    }

    /** @param collectors that made the findings */
    static ImageFindings of(MergedLayers merged, CountedTree files, CollectorSet collectors, Deadline deadline) {
        Map<String, List<Found>> byReader = new HashMap<>();
        LinkedFiles links = LinkedFiles.of(merged, collectors, deadline);
        merged.findings().forEach(found -> {
            deadline.step();
            Found one = links.resolved(found);
            if (one != null) {
                byReader.computeIfAbsent(one.reader(), absent -> new ArrayList<>()).add(one);
            }
        });
        return new ImageFindings(files, byReader, links);
    }

    <T> T readBy(ContentReader<T> reader) {
        return reader.read(new VisibleFindings(this.files, this.byReader.getOrDefault(reader.id(), List.of()),
                this.links.names(reader.id())));
    }

    /**
     * @param deleted paths of deleted files whose owners are needed
     * @param homes   folders in which programs leave files for their users
     */
    Software software(Set<String> deleted, List<String> homes) {
        List<String> caches = PackageCaches.of(Ecosystems.ALL, homes).unused(this.files);
        List<SoftwareReading> readings = Ecosystems.ALL.stream()
                .map(this::readBy)
                .map(SoftwareTexts::cut)
                .map(reading -> PackageCaches.without(caches, reading))
                .toList();
        FileOwners owners = FileOwners.find(this.files, owned(readings, Kind.OPERATING_SYSTEM), deleted);
        FileOwners conda = FileOwners.find(this.files, owned(readings, Kind.LANGUAGE), Set.of());
        List<JavaRuntime> runtimes = installed(readings, JavaRuntime.class)
                .map(java -> java.ownedBy(owners.ownerOf(java.classes() == null ? java.path() : java.classes())))
                .toList();
        RuntimeJars own = new RuntimeJars(runtimes, this.files.files(), owners);
        List<OsPackage> packages = installed(readings, OsPackage.class).toList();
        List<LanguagePackage> languages =
                installed(readings, LanguagePackage.class).map(one -> owned(one, owners, conda)).toList();
        int[] order = IntStream.range(0, packages.size())
                .boxed()
                .sorted(Comparator.comparing(packages::get, BY_NAME))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Software(IntStream.of(order).mapToObj(packages::get).toList(),
                Dependencies.join(readings.stream().map(SoftwareReading::dependencies)).inOrder(order),
                sorted(UnpackagedPrograms.in(languages.stream().filter(one -> !one.isBundled()).toList(), packages,
                        owners)),
                sorted(languages.stream().filter(LanguagePackage::isBundled)),
                runtimes,
                installed(readings, Jar.class)
                        .filter(jar -> statesLibraries(jar) || !own.contain(Jar.file(jar.path()), jar.layer()))
                        .sorted(Comparator.comparing(Jar::path))
                        .toList(),
                owners,
                conda,
                Stream.of(readings.stream().flatMap(reading -> reading.unread().stream()),
                        UnreadDatabases.find(this.files, owners, Ecosystems::isPackaged).stream(),
                        this.links.unread(owners, conda))
                        .flatMap(unread -> unread)
                        .filter(one -> one.subject() != Unread.Subject.JAR
                                || !own.contain(Jar.file(one.path()), one.layer()))
                        .sorted(Comparator.comparing(Unread::path))
                        .toList());
    }

    /** The files of the packages of operating systems, or of languages, from the readings of all ecosystems in order. */
    private static List<OwnedFiles> owned(List<SoftwareReading> readings, Kind kind) {
        return IntStream.range(0, readings.size())
                .filter(index -> Ecosystems.ALL.get(index).kind() == kind)
                .boxed()
                .flatMap(index -> readings.get(index).owned().stream())
                .toList();
    }

    /** The package of an operating system that owns the file stands for a package, or else that of conda. */
    private static LanguagePackage owned(LanguagePackage one, FileOwners owners, FileOwners conda) {
        String owner = owners.ownerOf(one.path());
        return one.ownedBy(owner == null ? conda.ownerOf(one.path()) : owner);
    }

    private static List<LanguagePackage> sorted(Stream<LanguagePackage> packages) {
        return packages.sorted(Comparator.comparing(LanguagePackage::manager)
                .thenComparing(LanguagePackage::name)
                .thenComparing(LanguagePackage::path)).toList();
    }

    /** A runtime's own jars have neither {@code pom.properties} nor a bill of materials. */
    private static boolean statesLibraries(Jar jar) {
        return jar.certainty() == Jar.Certainty.EXACT || !jar.libraries().isEmpty();
    }

    private static <T extends Installed> Stream<T> installed(List<SoftwareReading> readings, Class<T> type) {
        return readings.stream()
                .flatMap(reading -> reading.installed().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
