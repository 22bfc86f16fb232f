package dev.tare.ecosystem.rpm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.content.ListedPaths;
import dev.tare.content.PathList;
import dev.tare.content.UnreadableDatabaseException;
import dev.tare.ecosystem.InstalledPackage;
import dev.tare.ecosystem.PackageDatabaseCollector;
import dev.tare.ecosystem.PackageList;
import dev.tare.ecosystem.Relations;
import dev.tare.ecosystem.license.Licenses;
import org.jspecify.annotations.Nullable;

/**
 * Collects the packages of a database from their headers. rpm lists the keys that sign packages like packages, and they
 * are skipped.
 *
 * @see <a href="https://rpm-software-management.github.io/rpm/manual/tags.html">RPM tags</a>
 */
final class RpmPackages {

    private static final String KEY = "gpg-pubkey";

    private static final int NAME = 1000;

    private static final int VERSION = 1001;

    private static final int RELEASE = 1002;

    private static final int EPOCH = 1003;

    private static final int SIZE = 1009;

    private static final int LICENSE = 1014;

    private static final int FOLDER_OF = 1116;

    private static final int BASENAMES = 1117;

    private static final int FOLDERS = 1118;

    private static final int LONG_SIZE = 5009;

    private static final int ARCHITECTURE = 1022;

    private static final int SOURCE_RPM = 1044;

    private static final int OFFERS = 1047;

    private static final int NEEDS = 1049;

    /** The source package of {@code glibc-2.41-1.fc42.src.rpm}, and its version and release. */
    private static final Pattern SOURCE = Pattern.compile("(?<name>.+)-(?<version>[^-]+-[^-]+)\\.(no)?src\\.rpm");

    private final List<InstalledPackage> packages = new ArrayList<>();

    private final ListedPaths paths;

    private final ListedPaths names;

    private boolean areWhole = true;

    private long length;

    /** @param size of the database in bytes */
    RpmPackages(long size) {
        this.paths = new ListedPaths(size);
        this.names = new ListedPaths(size);
    }

    void add(ByteBuffer blob) {
        RpmHeader header = RpmHeader.parse(blob);
        String name = header.text(NAME);
        if (name == null || name.isBlank()) {
            throw new UnreadableDatabaseException("a package has no name");
        }
        String version = version(header);
        if (version == null) {
            this.areWhole = false;
        } else if (!isKey(name)) {
            add(installed(name, version, Objects.requireNonNullElse(header.text(ARCHITECTURE), ""),
                    header.text(SOURCE_RPM), size(header), files(header), relations(header))
                    .withLicenses(Licenses.of(header.text(LICENSE))));
        }
    }

    void add(InstalledPackage installed) {
        this.packages.add(installed);
        this.length += installed.length();
        if (this.length > PackageDatabaseCollector.MAX_LENGTH) {
            throw PackageDatabaseCollector.tooMuch();
        }
    }

    static boolean isKey(String name) {
        return name.equals(KEY);
    }

    /**
     * A package with the name and version of its source package.
     *
     * @param sourceRpm the file name of the source package, if known
     */
    static InstalledPackage installed(String name, String version, String architecture, @Nullable String sourceRpm,
            @Nullable Long size, PathList files, Relations relations) {
        Matcher source = SOURCE.matcher(Objects.requireNonNullElse(sourceRpm, ""));
        boolean isSource = source.matches();
        return new InstalledPackage(name, version, architecture,
                isSource && !source.group("name").equals(name) ? source.group("name") : null,
                isSource ? source.group("version") : null, size, files, relations);
    }

    /**
     * The packages that were added.
     *
     * @param all whether the database has no other ones
     * @throws UnreadableDatabaseException if each package is damaged
     */
    PackageList list(boolean all) {
        boolean isComplete = all && this.areWhole;
        if (this.packages.isEmpty() && !isComplete) {
            throw new UnreadableDatabaseException("its packages are damaged");
        }
        return new PackageList(this.packages, isComplete);
    }

    /** The names of its files, each with the index of its folder. */
    private PathList files(RpmHeader header) {
        List<String> names = header.texts(BASENAMES);
        List<String> folders = header.texts(FOLDERS);
        long[] folderOf = header.numbers(FOLDER_OF);
        for (int i = 0; i < Math.min(names.size(), folderOf.length); i++) {
            if (folderOf[i] < folders.size()) {
                this.paths.add(folders.get((int) folderOf[i]), names.get(i));
            }
        }
        return this.paths.next();
    }

    /**
     * The version in rpm's own form, such as {@code 2:1.4.2-3.fc42}. No epoch is the same as epoch 0. It is {@code null}
     * if the version or the release is missing, which each package has.
     */
    private static @Nullable String version(RpmHeader header) {
        String version = header.text(VERSION);
        String release = header.text(RELEASE);
        Long epoch = header.number(EPOCH);
        return version == null || version.isBlank() || release == null || release.isBlank() ? null
                : (epoch == null || epoch == 0 ? "" : epoch + ":") + version + "-" + release;
    }

    private static @Nullable Long size(RpmHeader header) {
        Long size = header.number(LONG_SIZE);
        return size == null ? header.number(SIZE) : size;
    }

    /**
     * Names of packages, libraries and files. Those of rpm's own features, and conditions in brackets, are no packages.
     */
    private Relations relations(RpmHeader header) {
        header.texts(NEEDS)
                .stream()
                .filter(need -> !need.startsWith("rpmlib(") && !need.startsWith("("))
                .forEach(need -> this.names.add("", need));
        PathList needs = this.names.next();
        header.texts(OFFERS).forEach(offer -> this.names.add("", offer));
        return new Relations(needs, this.names.next());
    }
}
