package dev.tare.inspection;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a {@link ContentCollector} made of one file, before it is known whether a container sees that file. */
sealed interface Finding {

    /** About how many characters it keeps in memory. */
    long length();

    /** The installed packages that a package manager's database lists. */
    record PackageList(List<InstalledPackage> packages) implements Finding {

        public PackageList {
            packages = List.copyOf(packages);
        }

        @Override
        public long length() {
            return this.packages.stream().mapToLong(InstalledPackage::length).sum();
        }
    }

    /**
     * One installed package.
     *
     * @param files empty if they are not in the database itself
     */
    record InstalledPackage(String manager, String name, String version, String architecture, @Nullable String source,
            @Nullable Long installedSize, PathList files) {

        private static final int OVERHEAD = 128;

        long length() {
            return OVERHEAD + this.files.length()
                    + lengthOf(this.name, this.version, this.architecture, this.source);
        }
    }

    /** The files of a package, or dpkg's diversions, as a file of its own lists them. */
    record FileList(PathList paths) implements Finding {

        private static final int OVERHEAD = 64;

        @Override
        public long length() {
            return OVERHEAD + this.paths.length();
        }
    }

    /** A package of a language, and who installed it. */
    record NamedPackage(String manager, String name, @Nullable String version) implements Finding {

        private static final int OVERHEAD = 128;

        private static final int MAX_TEXT = 1024;

        /** The package, if its name is none that nobody would give one. */
        static Finding of(String manager, String name, @Nullable String version) {
            return lengthOf(name, version) > MAX_TEXT
                    ? new NotRead(Unread.Subject.LANGUAGE_PACKAGE,
                            "The name and version of this package have more than " + MAX_TEXT + " characters.")
                    : new NamedPackage(manager, name, version);
        }

        @Override
        public long length() {
            return OVERHEAD + lengthOf(this.name, this.version);
        }
    }

    /** Something that cannot be read, and why, in a sentence. */
    record NotRead(Unread.Subject subject, String because) implements Finding {

        private static final int OVERHEAD = 128;

        @Override
        public long length() {
            return OVERHEAD + lengthOf(this.because);
        }
    }

    /** What the first line of a script says to run it with. */
    record Script(String interpreter) implements Finding {

        private static final int OVERHEAD = 128;

        @Override
        public long length() {
            return OVERHEAD + lengthOf(this.interpreter);
        }
    }

    /** What an {@code os-release} file says. */
    record Os(OsRelease release) implements Finding {

        @Override
        public long length() {
            return lengthOf(this.release.id(), this.release.versionId(), this.release.name());
        }
    }

    /** What the {@code release} file of a Java runtime says. */
    record JavaRelease(@Nullable String vendor, String version, @Nullable String runtimeVersion,
            List<String> modules) implements Finding {

        private static final int OVERHEAD = 64;

        public JavaRelease {
            modules = List.copyOf(modules);
        }

        @Override
        public long length() {
            return lengthOf(this.vendor, this.version, this.runtimeVersion)
                    + this.modules.stream().mapToLong(module -> OVERHEAD + module.length()).sum();
        }
    }

    /**
     * Which library a jar is, the jars in it, and which of all of them cannot be read.
     */
    record JarContents(ReadJar jar, List<NestedJar> nested, List<UnreadJar> unread) implements Finding {

        public JarContents {
            nested = List.copyOf(nested);
            unread = List.copyOf(unread);
        }

        @Override
        public long length() {
            return this.jar.length() + this.nested.stream().mapToLong(NestedJar::length).sum()
                    + this.unread.stream().mapToLong(UnreadJar::length).sum();
        }
    }

    /** The lines of a file of users, groups or passwords. */
    record AccountFile(List<AccountLine> lines) implements Finding {

        public AccountFile {
            lines = List.copyOf(lines);
        }

        @Override
        public long length() {
            return this.lines.stream().mapToLong(AccountLine::length).sum();
        }
    }

    /**
     * A user or a group.
     *
     * @param password {@code null} if it is somewhere else
     * @param id       of a user or a group
     * @param group    of a user
     * @param home     of a user
     * @param members  of a group
     */
    record AccountLine(String name, @Nullable Password password, long id, long group,
            String home, String members) {

        private static final int OVERHEAD = 128;

        long length() {
            return OVERHEAD + lengthOf(this.name, this.home, this.members);
        }
    }

    /**
     * A jar that is damaged or too large.
     *
     * @param path    below the file as for {@link NestedJar}; {@code ""} for the file itself
     * @param because a sentence
     */
    record UnreadJar(String path, String because) {

        private static final int OVERHEAD = 128;

        long length() {
            return OVERHEAD + lengthOf(this.path, this.because);
        }
    }

    static long lengthOf(@Nullable String... texts) {
        return Stream.of(texts).mapToLong(text -> text == null ? 0 : text.length()).sum();
    }
}
