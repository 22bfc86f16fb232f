package dev.tare.inspection;

import java.util.List;
import java.util.Map;

import dev.tare.content.Unread;
import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.JavaRuntime;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.image.Image;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.surface.Surface;
import dev.tare.inspection.system.Accounts;
import dev.tare.inspection.system.OsRelease;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.inspection.waste.Duplicates;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one image, from its bytes alone.
 *
 * @param layers       the lowest first
 * @param os           {@code null} if no {@code os-release} is there
 * @param packages     by name; empty if no package database is there
 * @param javaRuntimes by path
 * @param jars         by path
 * @param waste        the largest first
 * @param duplicates   in the merged tree
 * @param efficiency   as dive states it, for comparison
 * @param languagePackages by manager, name and path
 * @param owners       which package of the operating system each file came with
 * @param unread       by path; what is in the image and not in this inspection
 * @param secrets      in files, hidden ones too, and in the config
 * @param scripts      what the first line of each executable script says to run it with, by the first name of its file
 */
public record Inspection(Image image, BaseBoundary base, Sizes sizes, List<InspectedLayer> layers, FileTree files,
        @Nullable OsRelease os, List<OsPackage> packages, Accounts accounts, List<JavaRuntime> javaRuntimes,
        List<Jar> jars, Surface surface, List<WastedFile> waste, Duplicates duplicates,
        DiveEfficiency efficiency, List<LanguagePackage> languagePackages,
        FileOwners owners, List<Unread> unread, Secrets secrets, Map<String, String> scripts) {

    public Inspection {
        layers = List.copyOf(layers);
        packages = List.copyOf(packages);
        javaRuntimes = List.copyOf(javaRuntimes);
        jars = List.copyOf(jars);
        waste = List.copyOf(waste);
        languagePackages = List.copyOf(languagePackages);
        unread = List.copyOf(unread);
        scripts = Map.copyOf(scripts);
    }

    /** The uncompressed bytes of the layers of one origin. */
    public long uncompressedSize(Origin origin) {
        return this.layers.stream()
                .filter(layer -> layer.origin() == origin)
                .mapToLong(InspectedLayer::uncompressedSize)
                .sum();
    }

    /** What runs a script, as its first line says, or {@code null} if the file is no executable script. */
    public @Nullable String interpreterOf(FileEntry file) {
        return this.scripts.get(file.sameFileAs() == null ? file.path() : file.sameFileAs());
    }

    /** About how many bytes of heap it takes. */
    public long heapSize() {
        return HeapSize.of(this);
    }

    /** A copy whose image people call by another name. */
    public Inspection withName(String name) {
        return new Inspection(this.image.withName(name), this.base, this.sizes, this.layers, this.files, this.os,
                this.packages, this.accounts, this.javaRuntimes, this.jars, this.surface, this.waste,
                this.duplicates, this.efficiency, this.languagePackages, this.owners, this.unread,
                this.secrets, this.scripts);
    }
}
