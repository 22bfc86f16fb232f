package dev.tare.inspection;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.content.Unread;
import dev.tare.ecosystem.Dependencies;
import dev.tare.ecosystem.FileOwners;
import dev.tare.ecosystem.LanguagePackage;
import dev.tare.ecosystem.OsPackage;
import dev.tare.ecosystem.java.Jar;
import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.filetree.DeletedNames;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.layer.WindowsLayers;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.image.Image;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.surface.Surface;
import dev.tare.inspection.system.SystemFiles;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.inspection.waste.Duplicates;
import dev.tare.referrer.Referrers;

/**
 * All facts about one image, from its bytes alone. Only the base image may be verified with other images.
 *
 * @param files     the merged tree, as a container sees it; of a Windows image, with the other files of its layers
 * @param deleted   paths in layers that a later layer deletes
 * @param secrets   in files, also hidden ones, and in the config
 * @param referrers signatures and attestations, as far as the source knows them
 */
public record Inspection(Image image, BaseImage base, Weight weight, FileTree files, DeletedNames deleted,
        Software software, SystemFiles system, Surface surface, Secrets secrets, Referrers referrers) {

    /** The approximate heap size in bytes. */
    public long heapSize() {
        return HeapSize.of(this);
    }

    /** A copy with another display name of the image. */
    public Inspection withName(String name) {
        return new Inspection(this.image.withName(name), this.base, this.weight, this.files, this.deleted,
                this.software,
                this.system, this.surface, this.secrets, this.referrers);
    }

    /** A copy with a base image that other images verify. */
    public Inspection withBase(BaseImage base) {
        return new Inspection(this.image, base, this.weight, this.files, this.deleted, this.software, this.system,
                this.surface, this.secrets, this.referrers);
    }

    /** Whether containers have the file at a path of the tree. Only layers of Windows contain other files. */
    public boolean isInContainers(String path) {
        return !isForWindows() || !WindowsLayers.isOutside(path);
    }

    boolean isForWindows() {
        return this.image.config().platform().isWindows();
    }

    /** The uncompressed bytes of the layers of one origin. */
    public long uncompressedSize(Origin origin) {
        return IntStream.range(0, this.weight.layers().size())
                .filter(index -> this.base.originOf(index) == origin)
                .mapToLong(index -> this.weight.layers().get(index).uncompressedSize())
                .sum();
    }

    /**
     * The software in an image.
     *
     * @param packages         of the operating system, by name; empty without a package database
     * @param dependencies     of the packages of the operating system, by index
     * @param languagePackages by manager, name and path; those that a package of the operating system owns are marked
     * @param bundledPackages  copies in other packages, and test data, of languages; by manager, name and path
     * @param javaRuntimes     by path
     * @param jars             by path
     * @param owners           the operating system package of each file
     * @param condaOwners      the package of conda of each file, also of those that an operating system package owns
     * @param unread           by path; software in the image that is missing in these lists
     */
    public record Software(List<OsPackage> packages, Dependencies dependencies,
            List<LanguagePackage> languagePackages, List<LanguagePackage> bundledPackages,
            List<JavaRuntime> javaRuntimes, List<Jar> jars, FileOwners owners, FileOwners condaOwners,
            List<Unread> unread) {

        public Software {
            packages = List.copyOf(packages);
            languagePackages = List.copyOf(languagePackages);
            bundledPackages = List.copyOf(bundledPackages);
            javaRuntimes = List.copyOf(javaRuntimes);
            jars = List.copyOf(jars);
            unread = List.copyOf(unread);
        }

        /** Whether files with one of these facts could not be read, so that their list is incomplete. */
        public boolean leavesUnread(Unread.Subject... subjects) {
            List<Unread.Subject> asked = List.of(subjects);
            return this.unread.stream().anyMatch(one -> asked.contains(one.subject()));
        }
    }

    /**
     * The sizes of an image, by layer and by purpose.
     *
     * @param layers     the lowest first
     * @param waste      the largest first
     * @param duplicates in the merged tree
     * @param efficiency as dive defines it, for comparison
     */
    public record Weight(Sizes sizes, List<InspectedLayer> layers, List<WastedFile> waste, Duplicates duplicates,
            DiveEfficiency efficiency) {

        public Weight {
            layers = List.copyOf(layers);
            waste = List.copyOf(waste);
        }

        /** The uncompressed bytes of the lowest layers. */
        public long lowestUncompressedSize(int count) {
            return this.layers.stream().limit(count).mapToLong(InspectedLayer::uncompressedSize).sum();
        }
    }
}
