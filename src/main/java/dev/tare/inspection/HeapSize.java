package dev.tare.inspection;

import java.util.Map;
import java.util.stream.Stream;

import dev.tare.ecosystem.java.Jar;
import dev.tare.image.ContainerConfig;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import org.jspecify.annotations.Nullable;

/** Returns an upper estimate of the heap size of an inspection, in bytes. */
final class HeapSize {

    private static final long RECORD = 104;

    private static final long DIGEST = 48;

    private static final long TEXT = 48;

    private static final long LAYER = 1024;

    private long bytes = LAYER;

    private HeapSize() {}

    static long of(Inspection inspection) {
        HeapSize size = new HeapSize();
        size.add(inspection.image());
        // The owners of files in a Windows image keep a tree without the files that containers do not have.
        size.bytes += (inspection.isForWindows() ? 2 : 1) * inspection.files().heapSize()
                + inspection.deleted().heapSize();
        inspection.software()
                .packages()
                .forEach(one -> size.add(one.licenses().length(), one.name(), one.version(), one.architecture(),
                        one.source(), one.sourceVersion(), one.state()));
        inspection.system().accounts().users().forEach(user -> size.add(0, user.name(), user.home()));
        inspection.system().accounts().groups().forEach(group -> size.add(0, group.name(), group.members()));
        inspection.software().jars().forEach(size::add);
        inspection.software().javaRuntimes().forEach(java -> {
            size.add(0, java.kindBecause(), java.classes(), java.osPackage());
            size.add(java.modules().stream());
        });
        inspection.weight().waste().forEach(file -> size.add(0, file.path()));
        Stream.concat(inspection.software().languagePackages().stream(),
                inspection.software().bundledPackages().stream())
                .forEach(one -> size.add(one.licenses().length(), one.name(), one.version(), one.path()));
        inspection.software().unread().forEach(one -> size.add(0, one.path(), one.because()));
        inspection.system().scripts().forEach((path, interpreter) -> size.add(0, path, interpreter));
        size.bytes += inspection.software().owners().heapSize()
                + inspection.software().condaOwners().heapSize() + inspection.software().dependencies().heapSize();
        inspection.weight().duplicates().largest().forEach(one -> size.bytes += RECORD + DIGEST);
        inspection.surface().items().forEach(item -> size.add(0, item.path()));
        inspection.secrets().items().forEach(secret -> size.add(RECORD, secret.place().describe()));
        size.bytes += Character.BYTES * inspection.referrers().length();
        return size.bytes;
    }

    private void add(Image image) {
        ImageConfig config = image.config();
        ContainerConfig container = config.container();
        this.bytes += LAYER * image.layers().size() + (RECORD + DIGEST) * image.hidden().digests().size();
        add(image.annotations());
        add(container.labels());
        add(0, image.name(), config.author(), container.user(), container.workingDir(), container.stopSignal());
        add(Stream.of(container.environment(), container.entrypoint(), container.command(), container.exposedPorts(),
                container.volumes(), container.shell(), container.onBuild()).flatMap(texts -> texts.stream()));
        add(container.healthCheck() == null ? Stream.of() : container.healthCheck().test().stream());
        config.history().forEach(this::add);
        if (image.provenance() != null) {
            image.provenance().images().forEach(source -> add(RECORD + DIGEST, source.name()));
        }
    }

    private void add(Jar jar) {
        add(jar.licenses().length() + DIGEST + (jar.fingerprint() == null ? 0 : RECORD + 3 * DIGEST), jar.path(),
                jar.groupId(),
                jar.artifactId(), jar.version());
        jar.libraries().forEach(library -> add(0, library.groupId(), library.artifactId(), library.version()));
    }

    private void add(HistoryEntry entry) {
        add(0, entry.createdBy(), entry.author(), entry.comment());
    }

    private void add(Map<String, String> texts) {
        texts.forEach((key, value) -> add(0, key, value));
    }

    private void add(Stream<String> texts) {
        texts.forEach(text -> add(0, text));
    }

    private void add(long more, @Nullable String... texts) {
        this.bytes += RECORD + more;
        for (String text : texts) {
            this.bytes += text == null ? 0 : TEXT + (long) Character.BYTES * text.length();
        }
    }
}
