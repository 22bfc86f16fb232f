package dev.tare.report;

import java.util.List;

import dev.tare.content.Unread.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an image.
 *
 * @param os               {@code null} if the image has no {@code os-release}
 * @param packages         of the operating system, by manager, name and version
 * @param languagePackages by manager, name and path, without those that another package owns
 * @param ownedPackages    packages of languages whose files belong to a package of the operating system or of conda
 * @param bundledPackages  copies of packages of languages in other packages, and test data
 * @param incomplete       the facts that some files have and that could not be read; their lists may be empty or too short
 * @param unread           by path; files with further packages, jars or runtimes that could not be read
 */
public record ContentsReport(@Nullable Os os, Counts files, Listing<OsPackage> packages,
        Listing<LanguagePackage> languagePackages, Listing<LanguagePackage> ownedPackages,
        Listing<LanguagePackage> bundledPackages, JavaReport java, Unowned unowned,
        List<Subject> incomplete, Listing<Unread> unread) {

    public ContentsReport {
        incomplete = List.copyOf(incomplete);
    }

    /** Whether items of a kind could not be read, so that their list is incomplete. */
    public boolean leavesUnread(Subject subject) {
        return this.incomplete.contains(subject);
    }

    /**
     * The distribution in {@code os-release}.
     *
     * @param id        such as {@code debian}
     * @param versionId such as {@code 13}, or {@code null}
     * @param name      display name
     */
    public record Os(String id, @Nullable String versionId, String name) {}

    /**
     * Counts of the items that a container of the image sees.
     *
     * @param paths           files, folders, links and devices
     * @param files           regular files
     * @param executables     files with an execute permission; in Windows images, those with the ending {@code .exe}
     * @param sharedLibraries files with the name of a shared library; in Windows images, those with the ending
     *                        {@code .dll}
     */
    public record Counts(long paths, long files, long executables, long sharedLibraries) {}

    /**
     * A package of the operating system.
     *
     * @param manager        {@link dev.tare.ecosystem.Ecosystem#id() id} of the ecosystem
     * @param source         the source package if it has another name, otherwise {@code null}
     * @param installedBytes as the package states it, or {@code null} if it does not
     * @param layer          index of the layer that added the package database
     * @param state          of an installation that is not complete, in the word of the package manager; otherwise
     *                       {@code null}
     * @param licenses       SPDX expressions, or the texts of the package; empty if they are unknown
     */
    public record OsPackage(String manager, String name, String version, String architecture, @Nullable String source,
            @Nullable Long installedBytes, int layer, @Nullable String state, List<String> licenses) {

        public OsPackage {
            licenses = List.copyOf(licenses);
        }
    }

    /**
     * A package of a language's own package manager.
     *
     * @param manager {@link dev.tare.ecosystem.Ecosystem#id() id} of the ecosystem
     * @param version {@code null} if the package does not state it
     * @param path    of the file that lists it, without a leading slash
     * @param layer   index of the layer that added the file
     * @param licenses  SPDX expressions, or the texts of the package; empty if they are unknown
     * @param owner     the package of the operating system or of conda that owns the file, or {@code null}
     */
    public record LanguagePackage(String manager, String name, @Nullable String version, String path, int layer,
            List<String> licenses, @Nullable String owner) {

        public LanguagePackage {
            licenses = List.copyOf(licenses);
        }
    }

    /**
     * The regular files that do not belong to an operating system package. Files that a package manager creates, such
     * as its database, are among them.
     *
     * @param files          number of files, hard-linked ones once; {@code null} if it is unknown
     * @param visibleBytes   of all of them; {@code null} if it is unknown
     * @param unknownBecause a sentence, or {@code null} if it is known
     * @param folders        by the first two names of the path, the largest first
     * @param largest        the largest first
     */
    public record Unowned(@Nullable Long files, @Nullable Long visibleBytes, @Nullable String unknownBecause,
            Listing<Folder> folders, Listing<File> largest) {}

    /**
     * The files of no package below a folder.
     *
     * @param path without a leading slash; {@code ""} is the root's own files
     */
    public record Folder(String path, long files, long visibleBytes) {}

    /**
     * A file of no package.
     *
     * @param path  without a leading slash
     * @param layer index of the layer that added it
     */
    public record File(String path, long sizeBytes, int layer) {}

    /**
     * A file of the image that could not be read, so that the report lacks its contents.
     *
     * @param subject the kind of the missing facts
     * @param path    without a leading slash
     * @param because a sentence
     * @param layer   index of the layer that added it
     */
    public record Unread(Subject subject, String path, String because, int layer) {}
}
