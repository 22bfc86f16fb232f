package dev.tare.inspection.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.filetree.FileTree;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.Inspection.Software;
import org.jspecify.annotations.Nullable;

/**
 * The files of libraries: jars, and the files of languages' packages that no package of the operating system lists. A jar
 * in a jar owns its compressed bytes there. The outer jar owns the rest, also of jars that are deeper.
 */
final class LibraryFiles {

    private static final String JAVA = "Java libraries";

    private static final String CONDA = "conda";

    /** Folders that contain a folder for each Python package. */
    private static final String[] PYTHON = { "/site-packages/", "/dist-packages/" };

    private final Map<String, Ownership> files = new HashMap<>();

    /** The jars directly in each jar. */
    private final Map<String, List<Part>> parts = new HashMap<>();

    private final FolderMap<Ownership> folders = new FolderMap<>();

    private final Map<String, Ownership> conda = new HashMap<>();

    private final Software software;

    private final FileTree tree;

    LibraryFiles(Software software, FileTree tree) {
        this.software = software;
        this.tree = tree;
        for (Jar jar : software.jars()) {
            String file = Jar.file(jar.path());
            Ownership library = new Ownership(Chapter.LIBRARIES, JAVA, jar.library(), jar.version());
            if (jar.path().equals(file)) {
                this.files.put(file, library);
            } else if (jar.storedSize() > 0) {
                this.parts.computeIfAbsent(file, absent -> new ArrayList<>()).add(new Part(library, jar.storedSize()));
            }
        }
        List<LanguagePackage> all = software.languagePackages();
        all.stream().filter(one -> one.manager().equals(CONDA)).forEach(this::addConda);
        all.stream().filter(one -> one.owner() == null).forEach(one -> add(one, library(one)));
        all.stream().filter(one -> one.owner() != null).forEach(this::addOwned);
    }

    private static Ownership library(LanguagePackage one) {
        return new Ownership(Chapter.LIBRARIES, Ecosystems.of(one.manager()).label(), one.name(), one.version());
    }

    /** Environments may have different versions of a package, and owners are known by name. */
    private void addConda(LanguagePackage one) {
        Ownership library = library(one);
        this.files.putIfAbsent(one.path(), library);
        this.conda.merge(one.name(), library, (a, b) -> a.equals(b) ? a : a.ofAnyVersion());
    }

    /** A package of conda that stands for another package also owns files there that it does not list. */
    private void addOwned(LanguagePackage one) {
        String owner = this.software.owners().ownerOf(one.path()) == null
                ? this.software.condaOwners().ownerOf(one.path())
                : null;
        if (owner != null) {
            add(one, ofConda(owner));
        }
    }

    private void add(LanguagePackage one, Ownership library) {
        String folder = FilePaths.parent(one.path());
        String parent = FilePaths.parent(folder);
        switch (one.manager()) {
            case "npm" -> this.folders.add(folder, library);
            case "pypi" -> addPython(one, library);
            case "gem" -> {
                this.files.putIfAbsent(one.path(), library);
                this.folders.add(FilePaths.join(parent, "gems/" + one.name() + "-" + one.version()), library);
            }
            case "composer" -> this.folders.add(FilePaths.join(parent, one.name()), library);
            case "nuget" -> this.files.putIfAbsent(FilePaths.join(folder, one.name() + ".dll"), library);
            default -> {
                // Packages of conda list their files, and others are in an executable, which is a program.
            }
        }
    }

    /** A package is described by a file in its own folder or, from old tools, by a single file beside that folder. */
    private void addPython(LanguagePackage one, Ownership library) {
        String description = one.path().endsWith(".egg-info") ? one.path() : FilePaths.parent(one.path());
        String parent = FilePaths.parent(description);
        String name = one.name().toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        this.files.putIfAbsent(one.path(), library);
        this.folders.add(FilePaths.isNamed(description, "EGG-INFO") ? parent : description, library);
        this.folders.add(FilePaths.join(parent, name), library);
        this.folders.add(FilePaths.join(parent, one.name()), library);
        this.folders.add(FilePaths.join(parent, name + ".libs"), library);
        this.files.putIfAbsent(FilePaths.join(parent, name + ".py"), library);
    }

    /** The jar at a path, or {@code null}. */
    @Nullable
    Ownership jarAt(String path) {
        Ownership owner = this.files.get(path);
        return owner != null && owner.line().equals(JAVA) ? owner : null;
    }

    /** The jars directly in the jar at a path. A file may state more bytes for them than it has. */
    List<Part> partsOf(String path) {
        return this.parts.getOrDefault(path, List.of());
    }

    /** The library of a file that no package of an operating system lists, or {@code null}. */
    @Nullable
    Ownership of(String path, int index) {
        String listedBy = this.software.condaOwners().ownerOf(this.tree, index);
        Ownership owner = listedBy == null ? this.files.get(path) : ofConda(listedBy);
        if (owner == null) {
            owner = this.folders.ownerOf(path);
        }
        return owner == null ? inPythonFolder(path) : owner;
    }

    /** The package of conda with a name. A list can be there without its package. */
    private Ownership ofConda(String name) {
        Ownership owner = this.conda.get(name);
        return owner != null ? owner : Ownership.of(Chapter.LIBRARIES, Ecosystems.of(CONDA).label(), name);
    }

    /** A jar of an application that could not be read. */
    static Ownership unreadJar(String path) {
        return Ownership.of(Chapter.LIBRARIES, JAVA, FilePaths.name(path));
    }

    /** Packages may install folders with other names than their own. The folder is their owner then. */
    private static @Nullable Ownership inPythonFolder(String path) {
        for (String folder : PYTHON) {
            int start = path.indexOf(folder);
            if (start >= 0) {
                int end = path.indexOf('/', start + folder.length());
                return end < 0 ? null
                        : Ownership.of(Chapter.LIBRARIES, Ecosystems.of("pypi").label(),
                                path.substring(start + folder.length(), end));
            }
        }
        return null;
    }

    /** A library in a jar. */
    record Part(Ownership library, long storedSize) {}
}
