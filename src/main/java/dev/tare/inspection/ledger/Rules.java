package dev.tare.inspection.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tare.ecosystem.OsPackage;
import dev.tare.filetree.FileTree;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspection.Software;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.ledger.Topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the owner of a file. The first one that fits decides: jars and Java runtimes, libraries of languages,
 * topics, packages of the operating system, the application, programs, folders. A file that a package lists never belongs
 * to the application, so these two may have any order.
 */
public final class Rules {

    static final String TRUST_STORE = "Java trust store";

    private final FileTree files;

    private final Software software;

    private final BaseImage base;

    private final RuntimeFiles runtimes;

    private final LibraryFiles libraries;

    private final ProgramFiles programs;

    private final Map<String, OsPackage> packages = new HashMap<>();

    /** The only package that a layer installed, for layers with a package each as in distroless images. */
    private final Map<Integer, OsPackage> alone = new TreeMap<>();

    public Rules(Inspection inspection) {
        this.files = inspection.files();
        this.software = inspection.software();
        this.base = inspection.base();
        this.runtimes = new RuntimeFiles(this.software.javaRuntimes());
        this.libraries = new LibraryFiles(this.software, this.files);
        this.programs = new ProgramFiles(this.software.languagePackages());
        this.software.packages().forEach(one -> this.packages.putIfAbsent(one.name(), one));
        findAlone(this.software.packages());
    }

    /** The owner of a file with content. */
    public Ownership of(int index) {
        String path = this.files.path(index);
        String listedBy = this.software.owners().ownerOf(this.files, index);
        Ownership owner = this.libraries.jarAt(path);
        owner = owner == null ? this.runtimes.of(path) : owner;
        owner = owner == null && listedBy == null ? this.libraries.of(path, index) : owner;
        owner = owner == null ? topic(path, listedBy) : owner;
        owner = owner == null && listedBy != null ? ofPackage(listedBy) : owner;
        return owner == null ? withoutPackage(path, index) : owner;
    }

    /**
     * The bytes of each owner of a file with content, the owner of the whole file first. Jars in a jar own their compressed
     * bytes.
     */
    public List<Share> sharesOf(int index) {
        Ownership owner = of(index);
        long left = this.files.inode(index).size();
        List<LibraryFiles.Part> parts =
                owner.chapter() == Chapter.LIBRARIES ? this.libraries.partsOf(this.files.path(index)) : List.of();
        if (parts.isEmpty()) {
            return List.of(new Share(owner, left));
        }
        List<Share> shares = new ArrayList<>();
        for (LibraryFiles.Part part : parts) {
            long bytes = Math.min(left, part.storedSize());
            shares.add(new Share(part.library(), bytes));
            left -= bytes;
        }
        shares.addFirst(new Share(owner, left));
        return shares;
    }

    /** A sentence with the reason for the owner of a file. */
    public String reasonOf(int index) {
        String path = this.files.path(index);
        boolean listed = this.software.owners().ownerOf(this.files, index) != null;
        return switch (of(index).chapter()) {
            case JAVA_RUNTIME -> this.runtimes.of(path) == null
                    ? "The package that lists the file contains a Java runtime."
                    : "The file is in the folder of a Java runtime.";
            case LIBRARIES ->
                    path.endsWith(".jar") || this.libraries.jarAt(path) != null ? "The file is a jar or contains it."
                            : "The file belongs to a library of a language's package manager.";
            case CERTIFICATES, TIME_ZONES, LOCALES, DOCUMENTATION, PACKAGE_DATABASES ->
                    "The path shows the purpose of the file, which counts before its package.";
            case OS_PACKAGES -> listed ? "The package lists the file."
                    : "No package lists the file, and its layer installs only this package.";
            case APPLICATION -> path.endsWith(".class") ? "No package lists the file, and it is a class."
                    : "No package lists the file, and its layer is above the base image.";
            case PROGRAMS -> "No package lists the file, and it is an executable.";
            case FOLDERS -> "No package lists the file, and no other rule fits.";
        };
    }

    private @Nullable Ownership topic(String path, @Nullable String listedBy) {
        Topic topic = Topics.of(path);
        if (topic == null) {
            return null;
        }
        OsPackage one = listedBy == null ? null : this.packages.get(listedBy);
        return new Ownership(topic.chapter(), topic.line(), listedBy == null ? Folders.of(path) : listedBy,
                one == null ? null : one.version());
    }

    /** The list of a package can be there without the package. */
    private Ownership ofPackage(String name) {
        OsPackage one = this.packages.get(name);
        return one == null ? Ownership.of(Chapter.OS_PACKAGES, name, name) : ofPackage(one);
    }

    private Ownership ofPackage(OsPackage one) {
        if (this.runtimes.isPackage(one.name())) {
            return new Ownership(Chapter.JAVA_RUNTIME, "Files of packages", one.name(), one.version());
        }
        return new Ownership(Chapter.OS_PACKAGES, Purposes.lineOf(one), one.name(), one.version());
    }

    private Ownership withoutPackage(String path, int index) {
        int layer = this.files.layer(index);
        boolean application = this.base.originOf(layer) == Origin.NET;
        Ownership owner = ApplicationFiles.classAt(path);
        if (owner == null && application) {
            owner = path.endsWith(".jar") ? LibraryFiles.unreadJar(path) : ApplicationFiles.of(path);
        }
        owner = owner == null ? this.programs.of(path, this.files.inode(index)) : owner;
        if (owner != null) {
            return owner;
        }
        OsPackage only = this.alone.get(layer);
        return application ? ApplicationFiles.folderOf(path)
                : only != null ? ofPackage(only)
                : folderOf(path);
    }

    private static Ownership folderOf(String path) {
        String folder = Folders.of(path);
        return Ownership.of(Chapter.FOLDERS, folder, folder);
    }

    private void findAlone(List<OsPackage> all) {
        Map<Integer, Set<String>> names = new HashMap<>();
        all.forEach(one -> names.computeIfAbsent(one.layer(), absent -> new TreeSet<>()).add(one.name()));
        all.stream()
                .filter(one -> Objects.requireNonNull(names.get(one.layer())).size() == 1)
                .forEach(one -> this.alone.put(one.layer(), one));
    }

    /** Bytes of a file that one owner has. */
    public record Share(Ownership owner, long bytes) {}
}
